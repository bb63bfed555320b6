import { PublishedSections } from '@/components/publication/published-sections';
import { entryOf } from '@/components/publication/published-words';
import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import { formOf } from '@/lib/domain/report/entry';
import type { Plan } from '@/lib/plans/data';
import type { PlanTask, TaskLead } from '@/lib/plans/lists/data';
import type { PublishedReport } from '@/lib/publication/data';
import type { ReportPublicState } from '@/lib/publication/states/data';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { PublicPeriods } from './public-periods';

type TaskPeriodsProps = {
  plan: Plan;
  task: PlanTask & { otherTexts: ReadonlyMap<PeriodCode, string> };
  reports: readonly PublishedReport[];
  /** The states of the reports of each agency that leads the task or led it, by the codes of the agencies. */
  states: ReadonlyMap<string, readonly ReportPublicState[]>;
};

const leadsIn = (leads: readonly TaskLead[], period: PeriodCode) =>
  leads.some(
    ({ fromPeriod, untilPeriod }) =>
      (fromPeriod === null || fromPeriod <= period) && (untilPeriod === null || untilPeriod > period),
  );

type TextThenProps = Pick<TaskPeriodsProps, 'task' | 'reports'> & { periodCode: PeriodCode };

/** The text of the task in a period where it reads otherwise now: what was published keeps the text with which it was filed. */
function TextThen({ task, reports, periodCode }: TextThenProps) {
  const t = useT();
  const report = reports.find((candidate) => candidate.periodCode === periodCode);
  const text = entryOf(report, task.code)?.taskText ?? task.otherTexts.get(periodCode) ?? task.text;
  if (text === task.text) return null;
  const words = rhythmWords(t, rhythmOf(periodCode));
  return <p className="mb-4 max-w-text">{t('public.task.textThen', { ...words, text })}</p>;
}

/** A task as the public may know it, agency by agency and period by period: its published sections, or the state of the report. */
export function TaskPeriods({ plan, task, reports, states }: TaskPeriodsProps) {
  const t = useT();
  const agencies = [...new Map(task.leads.map(({ code, name }) => [code, name]))];
  return (
    <div className="grid gap-8">
      {agencies.map(([code, name], index) => {
        const leads = task.leads.filter((lead) => lead.code === code);
        const ofAgency = reports.filter(({ agency }) => agency.code === code);
        const isShown = ({ periodCode }: ReportPublicState) =>
          leadsIn(leads, periodCode) ||
          ofAgency.some((report) => report.periodCode === periodCode && entryOf(report, task.code));
        const ofTask = (states.get(code) ?? []).filter((state) => state.planCode === plan.code && isShown(state));
        if (ofTask.length === 0) return null;
        return (
          <div key={code} className="grid gap-3">
            {agencies.length > 1 && <p className="font-bold">{name}</p>}
            <PublicPeriods
              plan={plan}
              reports={ofAgency}
              states={ofTask}
              heading="h3"
              isAnchored={index === 0}
              noteOn={(periodCode) => <TextThen task={task} periodCode={periodCode} reports={ofAgency} />}
            >
              {(report) => {
                const entry = entryOf(report, task.code);
                if (entry) return <PublishedSections entry={entry} form={formOf(report.content)} />;
                return <p>{t('public.task.notChosen', rhythmWords(t, rhythmOf(report.periodCode)))}</p>;
              }}
            </PublicPeriods>
          </div>
        );
      })}
    </div>
  );
}
