import { isNarrowed, listedReportAddress } from '@/components/review/list/review-address';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { ListQuery } from '@/lib/schemas/review';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import type { Step } from './report-steps';

type Neighbour = { id: string; agencyName: string; periodCode: PeriodCode };
type Neighbours = { previous: Neighbour | null; next: Neighbour | null; list: ListQuery | null };

/**
 * Gives the links from a report to the previous and the next one of the list. In an unfiltered list, the next one is
 * the next that waits for review.
 */
export function stepsBeside(t: Translate, { previous, next, list }: Neighbours, waiting: Neighbour | null) {
  const step = (report: Neighbour | null): Step | null =>
    report && {
      href: listedReportAddress(report.id, list ?? {}),
      name: t('review.steps.of', { agency: report.agencyName, period: formatPeriod(report.periodCode) }),
    };
  return { previous: step(previous), next: step(list && isNarrowed(list) ? next : (waiting ?? next)) };
}
