import type { Metadata, Route } from 'next';
import { LogTable } from '@/components/notifications/deliveries/log-table';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import { loadChasingLog } from '@/lib/chasing/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('chasing.log.title') };
}

/**
 * `/review/chasing/log`: the messages sent, with recipient, time and channel. 404 for everyone but the division and the
 * leader.
 */
export default async function ChasingLogPage({ searchParams }: PageProps<'/review/chasing/log'>) {
  const t = getT();
  const { messages, total, search, page, pageSize } = await loadChasingLog(await searchParams);
  const addressOf = (number: number) =>
    `${routes.chasingLog()}?${new URLSearchParams({ ...(search && { search }), page: String(number) })}` as Route;
  return (
    <>
      <PageHeader
        title={t('chasing.log.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('chasing.title'), href: routes.chasing() },
          { label: t('chasing.log.title') },
        ]}
        lead={t('chasing.log.lead')}
      />
      <div className="grid gap-6">
        <form action={routes.chasingLog()} className="flex flex-wrap items-end gap-3">
          <SearchField label={t('chasing.log.search')} defaultValue={search} />
          <Button type="submit" variant="secondary">
            {t('chasing.filter')}
          </Button>
        </form>
        <Card className="grid gap-4">
          <LogTable messages={messages} />
          <Pagination
            page={page}
            pageSize={pageSize}
            total={total}
            totalWords={t('chasing.log.total', { total })}
            addressOf={addressOf}
          />
        </Card>
      </div>
    </>
  );
}
