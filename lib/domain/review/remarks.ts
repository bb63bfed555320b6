import type { Section } from '@/lib/domain/report/completeness';

/** For whom a remark (批注) is written: for the division's own use, or for the agency to read. */
export const remarkAudiences = ['division', 'agency'] as const;
export type RemarkAudience = (typeof remarkAudiences)[number];

/** What the division wrote of a filed version: of one section of a task, or of the task as a whole (null). */
export type Remark = {
  id: string;
  /** The number of the version that was read. */
  version: number;
  taskId: string;
  section: Section | null;
  audience: RemarkAudience;
  text: string;
  at: Date;
  by: string;
};

/** Gives what was remarked on one section of a task, or on the task as a whole. */
export function remarksAbout(remarks: readonly Remark[], taskId: string, section: Section | null): Remark[] {
  return remarks.filter((remark) => remark.taskId === taskId && remark.section === section);
}
