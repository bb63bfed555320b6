import type { Metadata, Route } from 'next';
import { PlanFrame } from '@/components/plans/desk/plan-frame';
import { DeskTaskTable } from '@/components/plans/tasks/desk-task-table';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { NoticeBox } from '@/components/ui/notice-box';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import { loadPlanTasks } from '@/lib/plans/tasks/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('plans.sections.tasks') };
}

/**
 * `/plans/[code]/tasks?search=…`: the tasks of a plan under their headings. 404 for whoever holds no role of the division
 * for its office.
 */
export default async function PlanTasksPage({ params, searchParams }: PageProps<'/plans/[code]/tasks'>) {
  const t = getT();
  const list = await loadPlanTasks((await params).code, await searchParams);
  const { plan, tasks, total, search, page, size } = list;
  const address = routes.planSection(plan.code, 'tasks');
  return (
    <PlanFrame
      plan={plan}
      current="tasks"
      actions={list.mayAdd && <ButtonLink href={routes.newPlanTask(plan.code)}>{t('tasks.list.add')}</ButtonLink>}
    >
      {list.done && <NoticeBox tone="success" title={t('tasks.list.saved')} live />}
      <p className="max-w-text text-muted">{t('tasks.list.lead')}</p>
      <search>
        <form action={address} className="no-print flex flex-wrap items-end gap-3">
          <SearchField label={t('tasks.list.search')} defaultValue={search} />
          <button type="submit" className={buttonClass('secondary')}>
            {t('tasks.list.searchButton')}
          </button>
        </form>
      </search>
      <DeskTaskTable
        plan={plan.code}
        tasks={tasks}
        empty={search === '' ? t('tasks.list.empty') : t('tasks.list.none')}
      />
      <Pagination
        totalWords={t('tasks.list.found', { count: total })}
        total={total}
        page={page}
        pageSize={size}
        addressOf={(number) => `${address}?search=${encodeURIComponent(search)}&page=${number}` as Route}
      />
    </PlanFrame>
  );
}
