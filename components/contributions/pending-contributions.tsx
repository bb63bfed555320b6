import { NoticeBox } from '@/components/ui/notice-box';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type PendingContributionsProps = { pending: readonly { reportId: string; periodCode: PeriodCode; count: number }[] };

/** Shown on the lead agency's desk: undecided offers of supporting agencies. */
export function PendingContributions({ pending }: PendingContributionsProps) {
  const t = useT();
  return pending.map(({ reportId, periodCode, count }) => (
    <div key={reportId} className="mb-4">
      <NoticeBox tone="info" title={t('contributions.pending.title')}>
        <a href={routes.report(reportId)} className="link">
          {t('contributions.pending.link', { period: formatPeriod(periodCode), count })}
        </a>
      </NoticeBox>
    </div>
  ));
}
