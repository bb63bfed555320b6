import { HeadedTasks } from '@/components/plans/headed-tasks';
import { ListPages } from '@/components/plans/list-pages';
import { PlanGroups } from '@/components/plans/plan-groups';
import { PublicPage } from '@/components/plans/public-page';
import { TableSheet } from '@/components/ui/table-sheet';
import { loadTaskPage } from '@/lib/plans/lists/loaders';
import { loadPlans, loadRhythms, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadPublishedOfPlan } from '@/lib/publication/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import { pageMetadata } from '../page-metadata';

export async function generateMetadata() {
  const t = getT();
  const words = rhythmWords(t, sharedRhythm(await loadRhythms()));
  return pageMetadata({
    title: t('public.tasks.title'),
    column: t('public.tasks.title'),
    description: t('public.tasks.lead', words),
  });
}

/** `/tasks?page=2`: the tasks of all plans, fifty on a page. */
export default async function TasksPage({ searchParams }: PageProps<'/tasks'>) {
  const t = getT();
  const [plans, list, identity] = await Promise.all([
    loadPlans(),
    loadTaskPage(await searchParams),
    loadSiteIdentity(),
  ]);
  const tasksOf = (planCode: string) => list.tasks.filter((task) => task.planCode === planCode);
  return (
    <PublicPage
      column="tasks"
      identity={identity}
      title={t('public.tasks.title')}
      lead={t('public.tasks.lead', rhythmWords(t, sharedRhythm(plans)))}
    >
      <PlanGroups plans={plans.filter(({ code }) => tasksOf(code).length > 0)}>
        {async (plan) => {
          const tasks = tasksOf(plan.code);
          const agencies = tasks.flatMap(({ leads }) => leads.map((lead) => lead.code));
          return (
            <TableSheet>
              <HeadedTasks plan={plan} tasks={tasks} reports={await loadPublishedOfPlan(plan.code, agencies)} />
            </TableSheet>
          );
        }}
      </PlanGroups>
      <ListPages list={list} address={routes.tasks()} />
    </PublicPage>
  );
}
