import type { Metadata, Route } from 'next';
import { MarkReadForm } from '@/components/notifications/mark-read-form';
import { MessageList } from '@/components/notifications/message-list';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { loadInbox } from '@/lib/notifications/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('inbox.title') };
}

/** `/messages`: the inbox (站内信) of the signed-in account. */
export default async function MessagesPage({ searchParams }: PageProps<'/messages'>) {
  const t = getT();
  const { messages, total, unread, page, pageSize } = await loadInbox(await searchParams);
  return (
    <>
      <PageHeader
        title={t('inbox.title')}
        crumbs={[{ label: t('site.home'), href: routes.home() }, { label: t('inbox.title') }]}
        lead={t('inbox.lead')}
        actions={
          <>
            <ButtonLink href={routes.channels()} variant="secondary">
              {t('inbox.channels')}
            </ButtonLink>
            <MarkReadForm isRead={unread === 0}>{t('inbox.readAll')}</MarkReadForm>
          </>
        }
      />
      <div className="grid gap-4">
        {messages.length === 0 ? <EmptyState title={t('inbox.empty')} /> : <MessageList messages={messages} />}
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          totalWords={t('inbox.total', { total })}
          addressOf={(number) => `${routes.messages()}?page=${number}` as Route}
        />
      </div>
    </>
  );
}
