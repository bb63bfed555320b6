import { NoticeBox } from '@/components/ui/notice-box';
import type { CommandName } from '@/lib/domain/report/report';
import type { SignOffStatus as Status } from '@/lib/notifications/reminders/loaders';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { RemindForm } from './remind-form';

type Reminder = NonNullable<Status['reminder']>;

type SignOffStatusProps = {
  report: { id: string; commands: readonly CommandName[] };
  status: Status;
};

const senderWords = (t: Translate, { target, at, by, againFrom }: Reminder) =>
  t(`reminders.sent.${target}`, { by, at: formatInstant(at), from: formatInstant(againFrom) });

function waitWords(t: Translate, { since, approvers }: NonNullable<Status['wait']>): string {
  if (approvers.length === 0) return t('reminders.wait.nobody');
  const names = approvers
    .map(({ displayName: name, isDeputy }) => (isDeputy ? t('reminders.wait.deputy', { name }) : name))
    .join(t('reminders.wait.separator'));
  return t('reminders.wait.names', { since: since ? formatInstant(since) : '', names });
}

/**
 * Shown inside the agency: for whom the report waits and since when, the last reminder, and the button that reminds.
 */
export function SignOffStatus({ report, status: { wait, reminder } }: SignOffStatusProps) {
  const t = useT();
  const command = wait ? 'remind-approver' : 'remind-reporter';
  const canRemind = report.commands.includes(command);
  const isAsked = report.commands.includes('send-back');
  const sent = reminder && !reminder.isForReader ? senderWords(t, reminder) : undefined;
  return (
    <div className="no-print mb-6 grid gap-4 empty:hidden">
      {reminder?.isForReader && (
        <NoticeBox tone="warning" title={t(`reminders.received.${reminder.target}`)}>
          {t('reminders.receivedFrom', { by: reminder.by, at: formatInstant(reminder.at) })}
        </NoticeBox>
      )}
      {wait && !isAsked && (
        <NoticeBox tone="info" title={t('reminders.wait.title')}>
          <p className="mb-2">{waitWords(t, wait)}</p>
          <RemindForm command={command} reportId={report.id} canRemind={canRemind} words={sent} />
        </NoticeBox>
      )}
      {!wait && (canRemind || sent) && (
        <RemindForm command={command} reportId={report.id} canRemind={canRemind} words={sent} />
      )}
    </div>
  );
}
