import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { PublicState } from '@/lib/domain/review/public-state';
import type { PublishedEntry } from '@/lib/domain/review/publication';
import type { PublishedReport } from '@/lib/publication/data';
import { formatDate } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

const day = (instant: Date) => formatDate(civilDateOf(instant));

/** 发布日期：2020年4月10日｜更正于2020年4月12日 */
export function publishedAtWords(t: Translate, { publishedAt, correctedAt }: PublishedReport): string {
  const words = [t('public.task.issued', { date: day(publishedAt) })];
  if (correctedAt) words.push(t('public.task.corrected', { date: day(correctedAt) }));
  return words.join('｜');
}

/** The public state of a report in words. */
export function stateWords(t: Translate, state: PublicState): string {
  switch (state.kind) {
    case 'open':
      return t(state.provisional ? 'public.states.openProvisional' : 'public.states.open', {
        date: formatDate(state.dueOn),
      });
    case 'withdrawn':
      return t('public.states.withdrawn', { date: formatDate(state.on) });
    default:
      return t(`public.states.${state.kind}`);
  }
}

/** Gives a report's published entry for one task, or undefined. */
export function entryOf(report: PublishedReport | undefined, taskCode: string): PublishedEntry | undefined {
  return report?.content.entries.find((entry) => entry.taskCode === taskCode);
}

/** The anchor of a period on the page of an agency or a task. */
export const periodAnchor = (planCode: string, periodCode: PeriodCode): string => `${planCode}-${periodCode}`;

/** Gives the periods in which agencies, or one of their tasks, have a publication, the newest first. */
export function publishedPeriodCodes(
  reports: readonly PublishedReport[],
  agencyCodes: readonly string[],
  taskCode?: string,
): PeriodCode[] {
  const codes = reports
    .filter((report) => agencyCodes.includes(report.agency.code) && (!taskCode || entryOf(report, taskCode)))
    .map((report) => report.periodCode);
  return [...new Set(codes)].sort().reverse();
}
