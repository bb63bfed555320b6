import { NoticeBox } from '@/components/ui/notice-box';
import type { OpenReminder } from '@/lib/notifications/reminders/data';
import { routes } from '@/lib/routes';
import { formatInstant, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** Shown on the desk: open reminders from colleagues. */
export function ReminderNotices({ reminders }: { reminders: readonly OpenReminder[] }) {
  const t = useT();
  return reminders.map(({ reportId, periodCode, target, at, by }) => (
    <div key={reportId} className="mb-4">
      <NoticeBox tone="warning" title={t(`reminders.received.${target}`)}>
        <p>{t('reminders.receivedFrom', { by, at: formatInstant(at) })}</p>
        <a href={routes.report(reportId)} className="link font-medium">
          {t('reminders.open', { period: formatPeriod(periodCode) })}
        </a>
      </NoticeBox>
    </div>
  ));
}
