import type { Section } from '@/lib/domain/report/entry';

/** The audience of a remark (批注): internal to the division, or for the agency to read. */
export const remarkAudiences = ['division', 'agency'] as const;
export type RemarkAudience = (typeof remarkAudiences)[number];

/** A remark of the division on a filed version: about one section of a task, or about the whole task (null). */
export type Remark = {
  id: string;
  /** The number of the version that the remark is about. */
  version: number;
  taskId: string;
  section: Section | null;
  audience: RemarkAudience;
  text: string;
  at: Date;
  by: string;
};

/**
 * Gives the internal remarks on a version that are still open: a remark is open until it is withdrawn, and those on an
 * earlier version are answered by the later one. They are shown at the decision and in the summary.
 */
export function openInternalRemarks(remarks: readonly Remark[], version: number): Remark[] {
  return remarks.filter((remark) => remark.audience === 'division' && remark.version === version);
}

/** Gives the remarks on one section of a task, or (null) on the task as a whole. */
export function remarksAbout(remarks: readonly Remark[], taskId: string, section: Section | null): Remark[] {
  return remarks.filter((remark) => remark.taskId === taskId && remark.section === section);
}
