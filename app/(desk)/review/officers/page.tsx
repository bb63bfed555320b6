import type { Metadata, Route } from 'next';
import { AgencyOfficersTable } from '@/components/accounts/officers/agency-officers-table';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import { loadAgenciesOfficers } from '@/lib/accounts/officers/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.officers.agencies.title') };
}

/**
 * `/review/officers`: the officers of every agency, and which has no approver. 404 for everyone but the division and the
 * leader.
 */
export default async function AgenciesOfficersPage({ searchParams }: PageProps<'/review/officers'>) {
  const t = getT();
  const { agencies, total, search, page, pageSize } = await loadAgenciesOfficers(await searchParams);
  const addressOf = (number: number) =>
    `${routes.agenciesOfficers()}?${new URLSearchParams({ ...(search && { search }), page: String(number) })}` as Route;
  return (
    <>
      <PageHeader
        title={t('accounts.officers.agencies.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('accounts.officers.agencies.title') },
        ]}
        lead={t('accounts.officers.agencies.lead')}
      />
      <Card className="grid gap-4">
        <form action={routes.agenciesOfficers()} method="get" className="flex flex-wrap items-end gap-4">
          <div className="w-full sm:w-56">
            <SearchField label={t('accounts.officers.agencies.search')} defaultValue={search} />
          </div>
          <Button type="submit" variant="secondary" className="h-12">
            {t('accounts.officers.agencies.submit')}
          </Button>
        </form>
        <AgencyOfficersTable agencies={agencies} />
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          totalWords={t('review.pages.agencies', { total })}
          addressOf={addressOf}
        />
      </Card>
    </>
  );
}
