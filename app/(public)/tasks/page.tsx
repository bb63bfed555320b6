import { PlanGroups } from '@/components/public/plan-groups';
import { PublicPage } from '@/components/public/public-page';
import { TaskTable } from '@/components/public/task-table';
import { TableSheet } from '@/components/ui/table-sheet';
import { t } from '@/lib/messages/translator';
import { loadPlans, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
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
