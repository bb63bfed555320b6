import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { type AgencyOfPlan, agenciesOf } from './plan-words';

/** The annex of a notice: the tasks of each lead agency. */
export function AnnexTable({ plan, title }: { plan: Plan; title: string }) {
  const t = useT();
  const agencies = agenciesOf(plan);
  return (
    <DataTable<AgencyOfPlan>
      caption={title}
      captionHidden
      rows={agencies}
      rowKey={(agency) => agency.code}
      columns={[
        {
          key: 'number',
          header: t('public.notice.annexNumber'),
          tight: true,
          cell: (row) => agencies.indexOf(row) + 1,
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
          header: t('public.notice.annexTasks', { code: plan.code }),
          cell: (row) => (
            <ul className="grid gap-2">
              {row.tasks.map((task) => (
                <li key={task.code}>{task.text}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
