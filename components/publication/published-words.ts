import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { PublishedEntry } from '@/lib/domain/review/publication';
import type { PublishedReport } from '@/lib/publication/data';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

/** 公开时间：2020年4月10日 09:30 */
export function publishedAtWords(t: Translate, { publishedAt, isCorrected }: PublishedReport): string {
  return t(isCorrected ? 'public.task.correctedAt' : 'public.task.publishedAt', { at: formatInstant(publishedAt) });
}

/** Gives a report's published entry for one task, or undefined. */
export function entryOf(report: PublishedReport | undefined, taskCode: string): PublishedEntry | undefined {
  return report?.content.entries.find((entry) => entry.taskCode === taskCode);
}

/** Gives the periods in which an agency, or one of its tasks, has a publication, in order. */
export function publishedPeriodCodes(
  reports: readonly PublishedReport[],
  agencyCode: string,
  taskCode?: string,
): PeriodCode[] {
  return reports
    .filter((report) => report.agency.code === agencyCode && (!taskCode || entryOf(report, taskCode)))
    .map((report) => report.periodCode)
    .toSorted();
}
