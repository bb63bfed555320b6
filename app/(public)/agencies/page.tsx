import { AgencyTable } from '@/components/plans/agency-table';
import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../page-metadata';

export function generateMetadata() {
  const t = getT();
  return pageMetadata({
    title: t('public.agencies.title'),
    column: t('public.agencies.title'),
    description: t('public.agencies.lead'),
  });
}

export default async function AgenciesPage() {
  const t = getT();
  const [plans, identity] = await Promise.all([loadPlans(), loadSiteIdentity()]);
  return (
    <PublicPage
      column="agencies"
      identity={identity}
      title={t('public.agencies.title')}
      lead={t('public.agencies.lead')}
    >
      <PlanGroups plans={plans}>
        {async (plan) => (
          <TableSheet>
            <AgencyTable plan={plan} reports={await loadPublishedOfPlan(plan.code)} />
          </TableSheet>
        )}
      </PlanGroups>
    </PublicPage>
  );
}
