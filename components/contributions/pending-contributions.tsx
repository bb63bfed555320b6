import { NoticeBox } from '@/components/ui/notice-box';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { routes } from '@/lib/routes';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

type PendingContributionsProps = { pending: readonly { reportId: string; quarter: Quarter; count: number }[] };

/** Shown on the lead agency's desk: undecided offers of supporting agencies. */
export function PendingContributions({ pending }: PendingContributionsProps) {
  return pending.map(({ reportId, quarter, count }) => (
    <div key={reportId} className="mb-4">
      <NoticeBox tone="info" title={t('contributions.pending.title')}>
        <a href={routes.report(reportId)} className="link">
          {t('contributions.pending.link', { quarter: formatQuarter(quarter), count })}
        </a>
      </NoticeBox>
    </div>
  ));
}
