import { DataTable } from '@/components/ui/data-table';
import type { FoundAgency } from '@/lib/register/agency/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** The plans in which an agency takes part, with its number in each. */
export function AgencyPlans({ plans }: { plans: FoundAgency['plans'] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('register.agency.plans')}
      captionHidden
      rows={plans}
      rowKey={({ code }) => code}
      empty={t('register.agency.noPlans')}
      columns={[
        {
          key: 'plan',
          header: t('register.agency.plan'),
          isRowHeader: true,
          cell: ({ code, title }) => (
            <a href={routes.planSection(code, 'agencies')} className="link">
              {title}
            </a>
          ),
        },
        {
          key: 'status',
          header: t('register.agency.planStatus'),
          tight: true,
          cell: ({ status }) => t(`plans.statuses.${status}`),
        },
        { key: 'number', header: t('register.agency.planNumber'), tight: true, cell: ({ number }) => number },
        {
          key: 'tasks',
          header: t('register.agency.planTasks'),
          tight: true,
          cell: ({ tasks }) => t('register.agency.planTasksValue', { count: tasks }),
        },
      ]}
    />
  );
}
