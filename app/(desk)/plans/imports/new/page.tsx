import type { Metadata } from 'next';
import { OpenImports } from '@/components/plans/import/open-imports';
import { SourceForm } from '@/components/plans/import/source-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { loadNewImport, loadOpenImports } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('imports.source.title') };
}

/** `/plans/imports/new`: chooses, drops or pastes the file of a plan. 404 for everyone but the coordinators of an office. */
export default async function NewImportPage({ searchParams }: PageProps<'/plans/imports/new'>) {
  const t = getT();
  const { offices, plan, mostBytes } = await loadNewImport(await searchParams);
  return (
    <>
      <PageHeader
        title={t('imports.source.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('plans.title'), href: routes.plans() },
          { label: t('imports.source.title') },
        ]}
        lead={t('imports.source.lead')}
      />
      <div className="grid gap-6">
        <Card>
          <SourceForm offices={offices} plan={plan} mostBytes={mostBytes} />
        </Card>
        <OpenImports imports={await loadOpenImports()} />
      </div>
    </>
  );
}
