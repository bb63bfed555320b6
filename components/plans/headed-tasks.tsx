import { byHeadings } from '@/lib/domain/plan/task-groups';
import type { Plan } from '@/lib/plans/data';
import type { PlanTask } from '@/lib/plans/lists/data';
import type { PublishedReport } from '@/lib/publication/data';
import { TaskTable } from './task-table';

type HeadedTasksProps = { plan: Plan; tasks: readonly PlanTask[]; reports: readonly PublishedReport[] };

/** The tasks of a plan under the headings of its notice; of a notice without headings, one table. */
export function HeadedTasks({ plan, tasks, reports }: HeadedTasksProps) {
  return (
    <div className="grid gap-8">
      {byHeadings(tasks, ({ headings }) => headings).map((group) => (
        <section key={group.tasks[0]?.code}>
          {group.headings && <h3 className="mb-2 font-bold">{group.headings}</h3>}
          <TaskTable plan={plan} tasks={group.tasks} reports={reports} />
        </section>
      ))}
    </div>
  );
}
