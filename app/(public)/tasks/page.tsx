import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { TaskTable } from '@/components/plans/task-table';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
import { t } from '@/lib/text/translator';
import { pageMetadata } from '../page-metadata';

const title = t('public.tasks.title');

export const metadata = pageMetadata({ title, column: title, description: t('public.tasks.lead') });

export default async function TasksPage() {
  const [plans, identity] = await Promise.all([loadPlans(), loadSiteIdentity()]);
  return (
    <PublicPage column="tasks" identity={identity} title={title} lead={t('public.tasks.lead')}>
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
