import type { Metadata, Route } from 'next';
import { MarkReadForm } from '@/components/notifications/mark-read-form';
import { MessageList } from '@/components/notifications/message-list';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { loadNotifications } from '@/lib/notifications/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('notifications.title') };
}

/** `/messages`: the inbox (站内信) of the signed-in account. */
export default async function MessagesPage({ searchParams }: PageProps<'/messages'>) {
  const t = getT();
  const { messages, total, unread, page, pageSize } = await loadNotifications(await searchParams);
  return (
    <>
      <PageHeader
        title={t('notifications.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('notifications.title') }]}
        lead={t('notifications.lead')}
        actions={
          <>
            <ButtonLink href={routes.channels()} variant="secondary">
              {t('notifications.channels')}
            </ButtonLink>
            <MarkReadForm isRead={unread === 0}>{t('notifications.readAll')}</MarkReadForm>
          </>
        }
      />
      <div className="grid gap-4">
        {messages.length === 0 ? <EmptyState title={t('notifications.empty')} /> : <MessageList messages={messages} />}
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          totalWords={t('notifications.total', { total })}
          addressOf={(number) => `${routes.messages()}?page=${number}` as Route}
        />
      </div>
    </>
  );
}
