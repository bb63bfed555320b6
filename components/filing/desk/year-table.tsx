import { taskAnchor } from '@/components/reports/entry-fields';
import { ProgressLightMark } from '@/components/reports/progress-light-mark';
import { type Column, DataTable } from '@/components/ui/data-table';
import { TableSheet } from '@/components/ui/table-sheet';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { yearOf } from '@/lib/domain/calendar/period';
import { isWithDivision } from '@/lib/domain/report/report';
import { periodStatusOf } from '@/lib/domain/report/year-so-far';
import type { DeskPlan, DeskReport, TaskToReport } from '@/lib/filing/desk/desk';
import { routes } from '@/lib/routes';
import { formatDate, formatPeriod, formatPeriodWithinYear } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

/**
 * Gives the address of a period's report: the version that lies with the division, otherwise the report; for one not
 * started, the page on which it is.
 */
function addressOf({ id, status, isOpen, versions }: DeskReport, task: TaskToReport): string | null {
  const [latest] = versions;
  if (isWithDivision(status) && latest) return routes.receipt(id, latest.number);
  if (status === 'draft' || status === 'returned') return `${routes.report(id)}#${taskAnchor(task.code)}`;
  return isOpen || status !== 'not_started' ? routes.report(id) : null;
}

function statusWords(t: Translate, report: DeskReport, task: TaskToReport): string {
  const state = periodStatusOf(report);
  const isUntouched = !report.returnedBy?.comments.some(({ taskId }) => taskId === task.id);
  if (report.status === 'returned' && isUntouched) return t('filing.overview.year.noOpinion');
  if (state === 'not_open') return t('filing.overview.year.opensOn', { date: formatDate(civilDateOf(report.opensAt)) });
  if (state === 'skipped' || state === 'closed') return t(`filing.ended.${state}.mark`);
  if (state === 'overdue') return t('filing.overview.year.overdue', { status: t(`statuses.${report.status}`) });
  const status = t(`statuses.${state}`);
  if (report.withdrawn !== null) return t('filing.overview.year.withdrawn', { status, number: report.withdrawn });
  return report.published ? t('filing.overview.year.published', { status }) : status;
}

/** One task in one period: the agency's own light and the report's status, linked to the report. */
function YearCell({ report, task }: { report: DeskReport; task: TaskToReport }) {
  const t = useT();
  const inPeriod = report.tasks.find(({ id }) => id === task.id);
  if (!inPeriod) return <span className="text-muted">{t('filing.overview.year.notLed')}</span>;
  const words = statusWords(t, report, task);
  const address = addressOf(report, task);
  const { light } = inPeriod;
  const number = taskNumber(task.code);
  const name = t('filing.overview.year.cell', { number, period: formatPeriod(report.periodCode), words });
  return (
    <span className="flex flex-wrap gap-x-3 lg:grid">
      {light && <ProgressLightMark light={light} />}
      {address ? (
        <a href={address} className={`link ${report.isOverdue ? 'text-danger' : ''}`} aria-label={name}>
          {words}
        </a>
      ) : (
        <span className="text-muted">{words}</span>
      )}
    </span>
  );
}

/** Every task that the agency has in one of the periods, in the plan's order, as the latest of them has it. */
function tasksOf({ periods }: DeskPlan): TaskToReport[] {
  const tasks = new Map(periods.flatMap((report) => report.tasks.map((task) => [task.id, task])));
  return [...tasks.values()].sort((a, b) => Number(taskNumber(a.code)) - Number(taskNumber(b.code)));
}

/** More columns do not fit on a line: of such a plan only what has begun is a column, since the rest is listed below. */
const mostColumns = 4;

function columnsOf({ periods }: DeskPlan): DeskReport[] {
  const begun = periods.filter((report) => periodStatusOf(report) !== 'not_open');
  return periods.length > mostColumns && begun.length > 0 ? begun : periods;
}

/** The year so far: each task of a plan with its periods. On a phone every task is a card. */
export function YearTable({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const tasks = tasksOf(plan);
  const shown = columnsOf(plan);
  const isOneYear = new Set(plan.periods.map(({ periodCode }) => yearOf(periodCode))).size === 1;
  const headerOf = ({ periodCode }: DeskReport) =>
    isOneYear ? formatPeriodWithinYear(periodCode) : formatPeriod(periodCode);
  const columns: Column<TaskToReport>[] = [
    {
      key: 'task',
      header: t('filing.overview.year.task'),
      isRowHeader: true,
      cell: (task) => (
        <>
          <span className="font-medium">{t('filing.task', { number: taskNumber(task.code) })}</span>
          <span className="mt-0.5 line-clamp-2 font-normal text-muted">{taskWords(task.text)}</span>
        </>
      ),
    },
    ...shown.map((report) => ({
      key: report.id,
      header: headerOf(report),
      tight: shown.length <= mostColumns,
      cell: (task: TaskToReport) => <YearCell report={report} task={task} />,
    })),
  ];
  return (
    <TableSheet>
      <DataTable
        caption={t('filing.overview.year.caption', { ...rhythmWords(t, plan.rhythm), plan: plan.title })}
        captionHidden
        columns={columns}
        rows={tasks}
        rowKey={({ id }) => id}
        empty={t('filing.overview.year.empty')}
      />
    </TableSheet>
  );
}
