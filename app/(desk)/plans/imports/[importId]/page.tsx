import type { Metadata } from 'next';
import { ImportPreview } from '@/components/plans/import/import-preview';
import { ImportState } from '@/components/plans/import/import-state';
import { PageHeader } from '@/components/ui/page-header';
import { loadPlanImport } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('imports.preview.title') };
}

/**
 * `/plans/imports/[importId]`: the preview in which a file is mended before it is stored. 404 for everyone but the
 * coordinators of its office.
 */
export default async function PlanImportPage({ params, searchParams }: PageProps<'/plans/imports/[importId]'>) {
  const t = getT();
  const { preview, ...state } = await loadPlanImport((await params).importId, await searchParams);
  const { office, fileName } = state;
  return (
    <>
      <PageHeader
        title={t('imports.preview.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('plans.title'), href: routes.plans() },
          { label: t('imports.source.title'), href: routes.newPlanImport() },
          { label: t('imports.preview.title') },
        ]}
        lead={t('imports.preview.from', { office, fileName })}
      />
      {preview ? <ImportPreview preview={preview} /> : <ImportState {...state} />}
    </>
  );
}
