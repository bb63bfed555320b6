import { NoticeBox } from '@/components/ui/notice-box';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { routes } from '@/lib/routes';
import { formatInstant, formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

type ReminderNoticesProps = {
  reminders: readonly { reportId: string; quarter: Quarter; target: 'approver' | 'reporter'; at: Date; by: string }[];
};

/** Shown on the desk: open reminders from colleagues. */
export function ReminderNotices({ reminders }: ReminderNoticesProps) {
  return reminders.map(({ reportId, quarter, target, at, by }) => (
    <div key={reportId} className="mb-4">
      <NoticeBox tone="warning" title={t(`reminders.received.${target}`)}>
        <p>{t('reminders.receivedFrom', { by, at: formatInstant(at) })}</p>
        <a href={routes.report(reportId)} className="link font-medium">
          {t('reminders.open', { quarter: formatQuarter(quarter) })}
        </a>
      </NoticeBox>
    </div>
  ));
}
