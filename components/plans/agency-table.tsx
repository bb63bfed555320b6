import { publishedPeriodCodes } from '@/components/publication/published-words';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { PeriodMarks } from './period-marks';
import { type AgencyOfPlan, agenciesOf } from './plan-words';

/** The agencies of a plan in the order of its annex. */
export function AgencyTable({ plan, reports }: { plan: Plan; reports: readonly PublishedReport[] }) {
  const t = useT();
  const agencies = agenciesOf(plan);
  return (
    <DataTable<AgencyOfPlan>
      caption={t('public.agencies.caption', { plan: t('public.plan.year', { code: plan.code }) })}
      rows={agencies}
      rowKey={(agency) => agency.code}
      columns={[
        { key: 'number', header: t('public.agencies.number'), tight: true, cell: (row) => agencies.indexOf(row) + 1 },
        {
          key: 'name',
          header: t('public.agencies.name'),
          isRowHeader: true,
          cell: (row) => <TextLink href={routes.agency(row.code)}>{row.name}</TextLink>,
        },
        {
          key: 'tasks',
          header: t('public.agencies.taskCount'),
          cell: (row) => t('public.agencies.taskCountValue', { count: row.tasks.length }),
        },
        {
          key: 'published',
          header: t('public.agencies.published'),
          cell: (row) => <PeriodMarks periodCodes={publishedPeriodCodes(reports, row.code)} />,
        },
      ]}
    />
  );
}
