import { type Column, DataTable } from '@/components/ui/data-table';
import type { PeriodCode, Rhythm } from '@/lib/domain/calendar/period';
import { type ProgressLight, progressLights } from '@/lib/domain/report/entry';
import { routes } from '@/lib/routes';
import type { LightCounts } from '@/lib/statistics/entries/data';
import type { Statistics } from '@/lib/statistics/loaders';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { CountLink } from './count-link';
import { statisticsAddress } from './statistics-address';

type LightTableProps = { rows: readonly LightCounts[]; plan: string; rhythm: Rhythm; asks: Statistics['asks'] };

/** The reported tasks by period and progress light, and those that name a problem; a form that lacks either has no such column. */
export function LightTable({ rows, plan, rhythm, asks }: LightTableProps) {
  const t = useT();
  const subject = (periodCode: PeriodCode, column: string) =>
    t('statistics.subject', { name: formatPeriod(periodCode), column });
  const tasks = ({ periodCode }: LightCounts, light?: ProgressLight) =>
    statisticsAddress(routes.countedTasks(), { plan, quarter: periodCode, light });
  const problemsColumn: Column<LightCounts> = {
    key: 'problems',
    header: t('statistics.lights.problems'),
    align: 'end',
    cell: ({ periodCode, problems }) => (
      <CountLink
        count={problems}
        href={statisticsAddress(routes.openProblems(), { plan, quarter: periodCode })}
        subject={subject(periodCode, t('statistics.lights.problems'))}
      />
    ),
  };
  const columns: Column<LightCounts>[] = [
    {
      key: 'period',
      header: t('statistics.columns.period', rhythmWords(t, rhythm)),
      isRowHeader: true,
      cell: ({ periodCode }) => formatPeriod(periodCode),
    },
    {
      key: 'total',
      header: t('statistics.lights.total'),
      align: 'end',
      cell: (row) => (
        <CountLink
          count={row.total}
          href={tasks(row)}
          subject={subject(row.periodCode, t('statistics.lights.total'))}
        />
      ),
    },
    ...(asks.light ? progressLights : []).map(
      (light): Column<LightCounts> => ({
        key: light,
        header: t(`progressLights.${light}`),
        align: 'end',
        cell: (row) => (
          <CountLink
            count={row[light]}
            href={tasks(row, light)}
            subject={subject(row.periodCode, t(`progressLights.${light}`))}
          />
        ),
      }),
    ),
    ...(asks.problems ? [problemsColumn] : []),
  ];
  return (
    <DataTable
      caption={t('statistics.lights.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ periodCode }) => periodCode}
      empty={t('statistics.lights.empty')}
    />
  );
}
