import { PublishedSections } from '@/components/publication/published-sections';
import { entryOf } from '@/components/publication/published-words';
import { rhythmOf } from '@/lib/domain/calendar/period';
import { formOf } from '@/lib/domain/report/entry';
import type { Plan } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import type { ReportPublicState } from '@/lib/publication/states/data';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { PublicPeriods } from './public-periods';

type TaskPeriodsProps = {
  plan: Plan;
  reports: readonly PublishedReport[];
  states: readonly ReportPublicState[];
  taskCode: string;
};

/** A task as the public may know it, period by period: its published sections, or the state of the report. */
export function TaskPeriods({ plan, reports, states, taskCode }: TaskPeriodsProps) {
  const t = useT();
  return (
    <PublicPeriods plan={plan} reports={reports} states={states} heading="h3">
      {(report) => {
        const entry = entryOf(report, taskCode);
        if (entry) return <PublishedSections entry={entry} form={formOf(report.content)} />;
        return <p>{t('public.task.notChosen', rhythmWords(t, rhythmOf(report.periodCode)))}</p>;
      }}
    </PublicPeriods>
  );
}
