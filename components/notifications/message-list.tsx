import { TextLink } from '@/components/ui/text-link';
import type { Message } from '@/lib/notifications/data';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { MarkReadForm } from './mark-read-form';

function MessageItem({ message }: { message: Message }) {
  const t = useT();
  const { id, subject, body, createdAt, readAt, doneAt } = message;
  const isWaiting = readAt === null && doneAt === null;
  return (
    <li className={`grid gap-2 rounded-lg border bg-surface p-4 ${isWaiting ? 'border-accent' : 'border-line'}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className={isWaiting ? 'text-base font-bold' : 'text-base'}>
          {isWaiting && <span className="mr-2 text-sm text-accent">{t('notifications.unread')}</span>}
          {subject}
        </h2>
        <span className="text-sm text-muted tabular-nums">{formatInstant(createdAt)}</span>
      </div>
      <p className="max-w-text whitespace-pre-line">{body}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <TextLink href={routes.openMessage(id)}>
          {t(doneAt ? 'notifications.look' : 'notifications.open')}
          <span className="sr-only">{t('notifications.openNamed', { subject })}</span>
        </TextLink>
        {doneAt && (
          <span className="text-sm text-success">{t('notifications.doneAt', { at: formatInstant(doneAt) })}</span>
        )}
        <MarkReadForm messageId={id} isRead={!isWaiting} variant="quiet">
          <span aria-hidden="true">{t('notifications.read')}</span>
          <span className="sr-only">{t('notifications.readNamed', { subject })}</span>
        </MarkReadForm>
      </div>
    </li>
  );
}

/** The account's own messages, the latest first; those that are unread and not done are highlighted. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="grid gap-3">
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} />
      ))}
    </ul>
  );
}
