import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { TaskTable } from '@/components/plans/task-table';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../page-metadata';

export function generateMetadata() {
  const t = getT();
  return pageMetadata({
    title: t('public.tasks.title'),
    column: t('public.tasks.title'),
    description: t('public.tasks.lead'),
  });
}

export default async function TasksPage() {
  const t = getT();
  const [plans, identity] = await Promise.all([loadPlans(), loadSiteIdentity()]);
  return (
    <PublicPage column="tasks" identity={identity} title={t('public.tasks.title')} lead={t('public.tasks.lead')}>
      <PlanGroups plans={plans}>
        {async (plan) => (
          <TableSheet>
            <TaskTable plan={plan} tasks={plan.tasks} reports={await loadPublishedOfPlan(plan.code)} />
          </TableSheet>
        )}
      </PlanGroups>
    </PublicPage>
  );
}
