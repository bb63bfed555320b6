import { PublishedSections } from '@/components/publication/published-sections';
import { entryOf, publishedAtWords } from '@/components/publication/published-words';
import { Card } from '@/components/ui/card';
import { Light } from '@/components/ui/light';
import type { Plan, PlanPeriod } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { dueWords } from './plan-words';

type TaskPeriodProps = { period: PlanPeriod; plan: Plan; report?: PublishedReport; taskCode: string };

function TaskPeriod({ period, plan, report, taskCode }: TaskPeriodProps) {
  const t = useT();
  const entry = entryOf(report, taskCode);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg font-bold">{formatPeriod(period.code)}</h3>
        {entry ? (
          <Light tone="green">{t('public.task.published')}</Light>
        ) : (
          <Light tone="grey">{t('public.task.notYet')}</Light>
        )}
      </div>
      {report && entry ? (
        <>
          <p className="mb-4 text-sm text-muted">
            {publishedAtWords(t, report)} {t('public.task.source', { agency: report.agency.name })}
          </p>
          <PublishedSections entry={entry} sections={report.content.sections} />
        </>
      ) : (
        <p className="text-sm text-muted">
          {t('public.deadlines.title')}：{dueWords(t, period, plan.deadlineRule)}
        </p>
      )}
    </Card>
  );
}

type TaskPeriodsProps = { plan: Plan; reports: readonly PublishedReport[]; taskCode: string };

/** The publications about a task, period by period, or a text that there is none. */
export function TaskPeriods({ plan, reports, taskCode }: TaskPeriodsProps) {
  return (
    <div className="grid gap-4">
      {plan.periods.map((period) => (
        <TaskPeriod
          key={period.code}
          period={period}
          plan={plan}
          report={reports.find((report) => report.periodCode === period.code)}
          taskCode={taskCode}
        />
      ))}
    </div>
  );
}
