import type { Metadata } from 'next';
import { PlanTable } from '@/components/plans/desk/plan-table';
import { OpenImports } from '@/components/plans/import/open-imports';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { loadDeskPlans } from '@/lib/plans/desk/loaders';
import { loadOpenImports } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('plans.title') };
}

/** `/plans`: the plans of the visitor's offices with their states. 404 for agencies and administrators. */
export default async function PlansPage({ searchParams }: PageProps<'/plans'>) {
  const t = getT();
  const { plans, mayAdd, done } = await loadDeskPlans(await searchParams);
  return (
    <>
      <PageHeader
        title={t('plans.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('plans.title') }]}
        lead={t('plans.list.lead')}
        actions={
          <>
            {mayAdd && (
              <>
                <ButtonLink href={routes.newPlan()}>{t('plans.new.title')}</ButtonLink>
                <ButtonLink href={routes.newPlanImport()} variant="secondary">
                  {t('plans.new.import')}
                </ButtonLink>
              </>
            )}
            <ButtonLink href={routes.offices()} variant="quiet">
              {t('offices.title')}
            </ButtonLink>
          </>
        }
      />
      {done && (
        <div className="mb-6">
          <NoticeBox tone="success" title={t('plans.done.discarded')} live />
        </div>
      )}
      {plans.length === 0 ? (
        <EmptyState title={t('plans.list.none')} />
      ) : (
        <Card>
          <PlanTable plans={plans} />
        </Card>
      )}
      <div className="mt-6">
        <OpenImports imports={await loadOpenImports()} />
      </div>
    </>
  );
}
