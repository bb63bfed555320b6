import { type Column, DataTable } from '@/components/ui/data-table';
import type { ListedPlan } from '@/lib/plans/desk/data';
import { routes } from '@/lib/routes';
import { formatDate, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { PlanStatusTag } from './plan-status-tag';

/** The plans of the division, drafts first. */
export function PlanTable({ plans }: { plans: readonly ListedPlan[] }) {
  const t = useT();
  const columns: Column<ListedPlan>[] = [
    {
      key: 'plan',
      header: t('plans.list.plan'),
      isRowHeader: true,
      cell: ({ code, title }) => (
        <a href={routes.plan(code)} className="link font-medium">
          {title}
        </a>
      ),
    },
    { key: 'state', header: t('plans.list.state'), cell: ({ status }) => <PlanStatusTag status={status} /> },
    { key: 'rhythm', header: t('plans.list.rhythm'), cell: ({ rhythm }) => t(`plans.rhythms.${rhythm}`) },
    {
      key: 'counts',
      header: t('plans.list.counts'),
      cell: ({ tasks, agencies }) => t('plans.list.countsOf', { tasks, agencies }),
    },
    {
      key: 'next',
      header: t('plans.list.next'),
      cell: ({ next }) =>
        next
          ? t('plans.list.nextOf', {
              period: formatPeriod(next.code),
              dueOn: formatDate(next.dueOn),
              provisional: next.provisional ? 'yes' : 'no',
            })
          : t('plans.list.noNext'),
    },
    { key: 'office', header: t('plans.list.office'), cell: ({ office }) => office },
  ];
  return (
    <DataTable
      caption={t('plans.list.caption')}
      captionHidden
      columns={columns}
      rows={plans}
      rowKey={({ code }) => code}
    />
  );
}
