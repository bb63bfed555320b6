import { type Column, DataTable } from '@/components/ui/data-table';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { type ProgressLight, progressLights } from '@/lib/domain/report/entry';
import { routes } from '@/lib/routes';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';
import { CountLink } from './count-link';
import { countingAddress } from './counting-address';

type LightRow = Record<ProgressLight, number> & { quarter: Quarter; problems: number };

const totalOf = (row: LightRow) => progressLights.reduce((sum, light) => sum + row[light], 0);

/** The reported tasks by quarter and progress light, and those that name a problem. */
export function LightTable({ rows, plan }: { rows: readonly LightRow[]; plan: string }) {
  const subject = (quarter: Quarter, column: string) => t('counting.subject', { name: formatQuarter(quarter), column });
  const tasks = ({ quarter }: LightRow, light?: ProgressLight) =>
    countingAddress(routes.countedTasks(), { plan, quarter, light });
  const columns: Column<LightRow>[] = [
    {
      key: 'quarter',
      header: t('counting.columns.quarter'),
      isRowHeader: true,
      cell: ({ quarter }) => formatQuarter(quarter),
    },
    {
      key: 'total',
      header: t('counting.lights.total'),
      align: 'end',
      cell: (row) => (
        <CountLink count={totalOf(row)} href={tasks(row)} subject={subject(row.quarter, t('counting.lights.total'))} />
      ),
    },
    ...progressLights.map(
      (light): Column<LightRow> => ({
        key: light,
        header: t(`progressLights.${light}`),
        align: 'end',
        cell: (row) => (
          <CountLink
            count={row[light]}
            href={tasks(row, light)}
            subject={subject(row.quarter, t(`progressLights.${light}`))}
          />
        ),
      }),
    ),
    {
      key: 'problems',
      header: t('counting.lights.problems'),
      align: 'end',
      cell: ({ quarter, problems }) => (
        <CountLink
          count={problems}
          href={countingAddress(routes.openProblems(), { plan, quarter })}
          subject={subject(quarter, t('counting.lights.problems'))}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('counting.lights.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ quarter }) => quarter}
      empty={t('counting.lights.empty')}
    />
  );
}
