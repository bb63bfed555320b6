import type { Metadata, Route } from 'next';
import { BelowTable } from '@/components/register/below-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { loadFiledBelow } from '@/lib/register/below/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.below-page.title') };
}

/**
 * `/filing/below?page=2`: the reports that the agencies below the reader's own have handed in, to be read only. 404 for an agency that has none
 * below it; others go to their desk.
 */
export default async function BelowPage({ searchParams }: PageProps<'/filing/below'>) {
  const t = getT();
  const { reports, total, page, pageSize } = await loadFiledBelow(await searchParams);
  return (
    <>
      <PageHeader
        title={t('register.below-page.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('accounts.desks.filing'), href: routes.filing() },
          { label: t('register.below-page.title') },
        ]}
        lead={t('register.below-page.lead')}
      />
      <Card className="grid gap-4">
        <BelowTable reports={reports} />
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          totalWords={t('register.below-page.total', { total })}
          addressOf={(number) => `${routes.agenciesBelow()}?page=${number}` as Route}
        />
      </Card>
    </>
  );
}
