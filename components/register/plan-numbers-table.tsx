import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { PlanNumber } from '@/lib/register/numbers/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

type Cells = {
  number: (row: PlanNumber, index: number) => ReactNode;
  position?: (row: PlanNumber, index: number) => ReactNode;
};

/** The agencies of a plan in its order; `cells` show the number and, where it can be changed, the place. */
export function PlanNumbersTable({ agencies, cells }: { agencies: readonly PlanNumber[]; cells: Cells }) {
  const t = useT();
  const { position } = cells;
  const indexOf = (row: PlanNumber) => agencies.indexOf(row);
  return (
    <DataTable
      caption={t('register.numbers.caption')}
      captionHidden
      rows={agencies}
      rowKey={({ agencyId }) => agencyId}
      empty={t('register.numbers.empty')}
      columns={[
        {
          key: 'number',
          header: t('register.numbers.number'),
          tight: true,
          cell: (row) => cells.number(row, indexOf(row)),
        },
        ...(position
          ? [
              {
                key: 'position',
                header: t('register.numbers.position'),
                tight: true,
                cell: (row: PlanNumber) => position(row, indexOf(row)),
              },
            ]
          : []),
        {
          key: 'agency',
          header: t('register.numbers.agency'),
          isRowHeader: true,
          cell: ({ code, name }) => (
            <a href={routes.registeredAgency(code)} className="link">
              {name}
            </a>
          ),
        },
        {
          key: 'tasks',
          header: t('register.numbers.tasks'),
          tight: true,
          cell: ({ tasks }) => t('register.agency.planTasksValue', { count: tasks }),
        },
        {
          key: 'supports',
          header: t('register.numbers.supports'),
          tight: true,
          cell: ({ supports }) => t('register.agency.planTasksValue', { count: supports }),
        },
      ]}
    />
  );
}
