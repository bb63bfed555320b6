import type { Route } from 'next';
import { TextLink } from '@/components/ui/text-link';
import type { Message } from '@/lib/notifications/data';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { MarkReadForm } from './mark-read-form';

function MessageItem({ message }: { message: Message }) {
  const t = useT();
  const { id, subject, body, link, createdAt, readAt } = message;
  return (
    <li className={`grid gap-2 rounded-lg border bg-surface p-4 ${readAt ? 'border-line' : 'border-accent'}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className={readAt ? 'text-base' : 'text-base font-bold'}>
          {!readAt && <span className="mr-2 text-sm text-accent">{t('notifications.unread')}</span>}
          {subject}
        </h2>
        <span className="text-sm text-muted tabular-nums">{formatInstant(createdAt)}</span>
      </div>
      <p className="max-w-text whitespace-pre-line">{body}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <TextLink href={link as Route}>
          {t('notifications.open')}
          <span className="sr-only">{t('notifications.openNamed', { subject })}</span>
        </TextLink>
        <MarkReadForm messageId={id} isRead={readAt !== null} variant="quiet">
          <span aria-hidden="true">{t('notifications.read')}</span>
          <span className="sr-only">{t('notifications.readNamed', { subject })}</span>
        </MarkReadForm>
      </div>
    </li>
  );
}

/** The account's own messages, the latest first; unread ones are highlighted. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="grid gap-3">
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} />
      ))}
    </ul>
  );
}
