import type { Metadata } from 'next';
import { PlanTable } from '@/components/plans/desk/plan-table';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { loadDeskPlans } from '@/lib/plans/desk/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('plans.title') };
}

/** `/plans`: the plans of the visitor's offices with their states. 404 for agencies and administrators. */
export default async function PlansPage() {
  const t = getT();
  const { plans } = await loadDeskPlans();
  return (
    <>
      <PageHeader
        title={t('plans.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('plans.title') }]}
        lead={t('plans.list.lead')}
        actions={
          <a href={routes.offices()} className="link">
            {t('offices.title')}
          </a>
        }
      />
      {plans.length === 0 ? (
        <EmptyState title={t('plans.list.none')} />
      ) : (
        <Card>
          <PlanTable plans={plans} />
        </Card>
      )}
    </>
  );
}
