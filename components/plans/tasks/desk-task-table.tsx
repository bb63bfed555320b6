import { type Column, DataTable } from '@/components/ui/data-table';
import { TableSheet } from '@/components/ui/table-sheet';
import { byHeadings } from '@/lib/domain/plan/task-groups';
import type { DeskTask } from '@/lib/plans/tasks/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { taskWords } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

function TaskCell({ plan, task }: { plan: string; task: DeskTask }) {
  const t = useT();
  const { indicators = [], milestones = [] } = task.facts;
  return (
    <>
      <a href={routes.planTask(plan, task.code)} className="link font-medium">
        {taskWords(task.shortTitle)}
      </a>
      {task.facts.text !== task.shortTitle && (
        <span className="mt-0.5 line-clamp-2 font-normal text-muted">{taskWords(task.facts.text)}</span>
      )}
      {indicators.length + milestones.length > 0 && (
        <span className="block text-sm font-normal text-muted">
          {t('tasks.list.details', { indicators: indicators.length, milestones: milestones.length })}
        </span>
      )}
      {task.endedFrom && (
        <span className="block font-medium text-warning">
          {t('tasks.list.endedFrom', { period: formatPeriod(task.endedFrom) })}
        </span>
      )}
    </>
  );
}

const columnsOf = (t: Translate, plan: string): Column<DeskTask>[] => [
  { key: 'number', header: t('tasks.list.number'), tight: true, cell: ({ position }) => position },
  { key: 'printed', header: t('tasks.list.printed'), tight: true, cell: ({ facts }) => facts.number },
  {
    key: 'task',
    header: t('tasks.list.task'),
    isRowHeader: true,
    cell: (task) => <TaskCell plan={plan} task={task} />,
  },
  { key: 'leads', header: t('tasks.list.leads'), cell: ({ leads }) => leads.join('、') },
  { key: 'supports', header: t('tasks.list.supports'), cell: ({ supports }) => supports.join('、') },
  { key: 'due', header: t('tasks.list.due'), cell: ({ facts }) => facts.dueText },
];

/** The tasks of a plan at its desk, grouped by the headings of the notice. */
export function DeskTaskTable({ plan, tasks, empty }: { plan: string; tasks: readonly DeskTask[]; empty: string }) {
  const t = useT();
  const groups = byHeadings(tasks, ({ facts }) => facts.headings);
  if (groups.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <TableSheet>
      <div className="grid gap-8">
        {groups.map((group) => (
          <section key={group.tasks[0]?.code}>
            {group.headings && <h2 className="mb-2 font-bold">{group.headings}</h2>}
            <DataTable
              caption={group.headings || t('tasks.list.caption')}
              captionHidden
              columns={columnsOf(t, plan)}
              rows={group.tasks}
              rowKey={({ code }) => code}
            />
          </section>
        ))}
      </div>
    </TableSheet>
  );
}
