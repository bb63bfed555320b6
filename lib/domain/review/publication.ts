import type { Quarter } from '@/lib/domain/calendar/quarter';
import { type Section, sections } from '@/lib/domain/report/completeness';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';

/** By default progress and results are published; problems and next steps stay internal unless chosen. */
export const defaultPublishedSections: readonly Section[] = ['progress', 'results'];

export type PublishedEntry = { taskCode: string; taskText: string; noProgress: boolean; noProblems: boolean } & Partial<
  Record<Section, string>
>;

/** A publication as stored: a separate copy that holds the chosen sections and nothing else. */
export type PublishedContent = {
  plan: { code: string; title: string };
  agency: { code: string; name: string };
  quarter: Quarter;
  sections: Section[];
  entries: PublishedEntry[];
};

/**
 * Gives the chosen sections of a filed snapshot. Contacts, lights, reasons and review comments are never published; a
 * confirmation (无进展, 无存在问题) is published only with the section that it replaces.
 */
export function publishedContent(snapshot: ReportSnapshot, chosen: readonly Section[]): PublishedContent {
  const kept = sections.filter((section) => chosen.includes(section));
  return {
    plan: snapshot.plan,
    agency: snapshot.agency,
    quarter: snapshot.quarter,
    sections: kept,
    entries: snapshot.entries.map((entry) => ({
      taskCode: entry.taskCode,
      taskText: entry.taskText,
      noProgress: kept.includes('progress') && entry.noProgress,
      noProblems: kept.includes('problems') && entry.noProblems,
      ...Object.fromEntries(kept.map((section) => [section, entry[section]])),
    })),
  };
}
