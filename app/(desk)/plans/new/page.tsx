import type { Metadata } from 'next';
import { CopySource } from '@/components/plans/settings/copy-source';
import { NewPlanForm } from '@/components/plans/settings/new-plan-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadNewPlan } from '@/lib/plans/settings/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('plans.new.title') };
}

/** `/plans/new`: a plan from scratch, or as a copy of another into its next years. 404 for whoever is no coordinator. */
export default async function NewPlanPage({ searchParams }: PageProps<'/plans/new'>) {
  const t = getT();
  const { offices, sources, from, settings } = await loadNewPlan(await searchParams);
  return (
    <>
      <PageHeader
        title={t('plans.new.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('plans.title'), href: routes.plans() },
          { label: t('plans.new.title') },
        ]}
        lead={t('plans.new.lead')}
        actions={
          <ButtonLink href={routes.newPlanImport()} variant="secondary">
            {t('plans.new.import')}
          </ButtonLink>
        }
      />
      {offices.length === 0 ? (
        <EmptyState title={t('plans.new.noOffice')}>{t('plans.new.noOfficeHint')}</EmptyState>
      ) : (
        <div className="grid gap-6">
          {sources.length > 0 && <CopySource sources={sources} from={from} />}
          <Card>
            <SectionHeading>{t('plans.settings.title')}</SectionHeading>
            {from !== '' && (
              <div className="mb-5">
                <NoticeBox tone="info">{t('plans.new.copied', { code: from })}</NoticeBox>
              </div>
            )}
            <NewPlanForm key={from} settings={settings} offices={offices} from={from} />
          </Card>
        </div>
      )}
    </>
  );
}
