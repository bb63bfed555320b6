import { AgencyTable } from '@/components/public/agency-table';
import { PlanGroups } from '@/components/public/plan-groups';
import { PublicPage } from '@/components/public/public-page';
import { TableSheet } from '@/components/ui/table-sheet';
import { t } from '@/lib/messages/translator';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
import { pageMetadata } from '../page-metadata';

const title = t('public.agencies.title');

export const metadata = pageMetadata({ title, column: title, description: t('public.agencies.lead') });

export default async function AgenciesPage() {
  const [plans, identity] = await Promise.all([loadPlans(), loadSiteIdentity()]);
  return (
    <PublicPage column="agencies" identity={identity} title={title} lead={t('public.agencies.lead')}>
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
