import { publishedPeriodCodes } from '@/components/publication/published-words';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import type { LeadAgency } from '@/lib/plans/lists/data';
import type { PublishedReport } from '@/lib/publication/data';
import { routes } from '@/lib/routes';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { PeriodMarks } from './period-marks';
import { planName } from './plan-name';

type AgencyTableProps = {
  plan: Plan;
  agencies: readonly LeadAgency[];
  reports: readonly PublishedReport[];
};

/** Agencies of a plan in the order of its annex. */
export function AgencyTable({ plan, agencies, reports }: AgencyTableProps) {
  const t = useT();
  return (
    <DataTable<LeadAgency>
      caption={t('public.agencies.caption', { plan: planName(t, plan) })}
      rows={agencies}
      rowKey={(agency) => agency.code}
      columns={[
        { key: 'number', header: t('public.agencies.number'), tight: true, cell: (row) => row.number },
        {
          key: 'name',
          header: t('public.agencies.name'),
          isRowHeader: true,
          cell: (row) => <TextLink href={routes.agency(row.code)}>{row.name}</TextLink>,
        },
        {
          key: 'tasks',
          header: t('public.agencies.taskCount'),
          cell: (row) => t('public.agencies.taskCountValue', { count: row.tasks }),
        },
        {
          key: 'published',
          header: t('public.agencies.published', rhythmWords(t, plan.rhythm)),
          cell: (row) => <PeriodMarks periodCodes={publishedPeriodCodes(reports, [row.code])} />,
        },
      ]}
    />
  );
}
