import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { LeadAgency, PlanTask } from '@/lib/plans/lists/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { isNamedByYear } from './plan-name';

type AnnexTableProps = {
  plan: Plan;
  title: string;
  agencies: readonly LeadAgency[];
  tasks: readonly PlanTask[];
};

/** The annex of a notice: the tasks of each lead agency. */
export function AnnexTable({ plan, title, agencies, tasks }: AnnexTableProps) {
  const t = useT();
  const tasksOf = (code: string) => tasks.filter(({ leadAgencies }) => leadAgencies.some((lead) => lead.code === code));
  return (
    <DataTable<LeadAgency>
      caption={title}
      captionHidden
      rows={agencies}
      rowKey={(agency) => agency.code}
      columns={[
        {
          key: 'number',
          header: t('public.notice.annexNumber'),
          tight: true,
          cell: (row) => row.number,
        },
        {
          key: 'agency',
          header: t('public.notice.annexAgency'),
          tight: true,
          isRowHeader: true,
          cell: (row) => <TextLink href={routes.agency(row.code)}>{row.name}</TextLink>,
        },
        {
          key: 'tasks',
          header: isNamedByYear(plan) ? t('public.notice.annexTasks', { code: plan.code }) : t('public.tasks.title'),
          cell: (row) => (
            <ul className="grid gap-2">
              {tasksOf(row.code).map((task) => (
                <li key={task.code}>{task.text}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
