import { publishedPeriodCodes } from '@/components/publication/published-words';
import { type Column, DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { PlanTask } from '@/lib/plans/lists/data';
import type { PublishedReport } from '@/lib/publication/data';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { AgencyLinks } from './agency-links';
import { PeriodMarks } from './period-marks';
import { planName } from './plan-name';

type TaskTableProps = {
  plan: Plan;
  tasks: readonly PlanTask[];
  reports: readonly PublishedReport[];
  /** Omitted where every task has the same agency. */
  withAgency?: boolean;
};

const leadCodesOf = ({ leads }: PlanTask) => leads.map(({ code }) => code);

/** Tasks in the order of the annex. */
export function TaskTable({ plan, tasks, reports, withAgency = true }: TaskTableProps) {
  const t = useT();
  const agency: Column<PlanTask> = {
    key: 'agency',
    header: t('public.tasks.agency'),
    tight: true,
    cell: ({ leadAgencies }) => <AgencyLinks agencies={leadAgencies} />,
  };
  return (
    <DataTable<PlanTask>
      caption={t('public.tasks.caption', { plan: planName(t, plan) })}
      rows={tasks}
      rowKey={(task) => task.code}
      columns={[
        { key: 'number', header: t('public.tasks.number'), tight: true, cell: (task) => task.position },
        {
          key: 'task',
          header: t('public.tasks.task'),
          isRowHeader: true,
          cell: (task) => (
            <>
              <TextLink href={routes.task(task.code)} isTitle>
                {task.text}
              </TextLink>
              {task.endedFrom && (
                <span className="block font-normal text-muted">
                  {t('public.task.ended', { period: formatPeriod(task.endedFrom) })}
                </span>
              )}
            </>
          ),
        },
        ...(withAgency ? [agency] : []),
        {
          key: 'published',
          header: t('public.tasks.published', rhythmWords(t, plan.rhythm)),
          tight: true,
          cell: (task) => <PeriodMarks periodCodes={publishedPeriodCodes(reports, leadCodesOf(task), task.code)} />,
        },
      ]}
    />
  );
}
