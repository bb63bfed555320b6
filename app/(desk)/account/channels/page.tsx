import type { Metadata } from 'next';
import { ChannelsForm } from '@/components/notifications/channels/channels-form';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { loadChannels } from '@/lib/notifications/channels/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('channels.title') };
}

/** `/account/channels`: chooses the channels beside the inbox by which the account is notified. */
export default async function ChannelsPage({ searchParams }: PageProps<'/account/channels'>) {
  const t = getT();
  const { chosen, offered } = await loadChannels();
  const isDone = (await searchParams).done === 'yes';
  return (
    <div className="max-w-xl">
      <PageHeader
        title={t('channels.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('notifications.title'), href: routes.messages() },
          { label: t('channels.title') },
        ]}
        lead={t('channels.lead')}
      />
      {isDone && (
        <div className="mb-6">
          <NoticeBox tone="success" title={t('channels.saved')} live />
        </div>
      )}
      <Card>
        <ChannelsForm chosen={chosen} offered={offered} />
      </Card>
    </div>
  );
}
