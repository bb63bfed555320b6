import type { ReactNode } from 'react';
import { PublicStateMark } from '@/components/publication/public-state-mark';
import { periodAnchor, publishedAtWords } from '@/components/publication/published-words';
import { Card } from '@/components/ui/card';
import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import type { Plan } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import type { ReportPublicState } from '@/lib/publication/states/data';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';

/** When a report was published and corrected, from where it comes, and whether it was filed before its period's end. */
function PublishedFacts({ report }: { report: PublishedReport }) {
  const t = useT();
  return (
    <p className="mb-4 text-sm text-muted">
      {publishedAtWords(t, report)}｜{t('public.task.source', { agency: report.agency.name })}
      {report.filedEarlyOn && (
        <span className="block">
          {t('public.task.filedEarly', {
            ...rhythmWords(t, rhythmOf(report.periodCode)),
            date: formatDate(report.filedEarlyOn),
          })}
        </span>
      )}
    </p>
  );
}

/** The periods that have not begun, in one list: there is nothing to read of them. */
function NotDue({ plan, periodCodes }: { plan: Plan; periodCodes: readonly PeriodCode[] }) {
  const t = useT();
  const periods = plan.periods.filter(({ code }) => periodCodes.includes(code));
  if (periods.length === 0) return null;
  return (
    <ul className="grid gap-1 text-sm text-muted">
      {periods.map(({ code, dueOn }) => (
        <li key={code} id={periodAnchor(plan.code, code)}>
          {t('public.task.notDue', {
            period: formatPeriod(code),
            deadline: deadlineWords(dueOn, plan.deadlineRule),
          })}
        </li>
      ))}
    </ul>
  );
}

type PublicPeriodsProps = {
  plan: Plan;
  reports: readonly PublishedReport[];
  states: readonly ReportPublicState[];
  /** The level of the headings that name the periods. */
  heading: 'h3' | 'h4';
  /** Whether its periods are the ones that the page's anchors name; so are those of the first agency of a page. */
  isAnchored?: boolean;
  /** Says what is to be known of a period beside its report. */
  noteOn?: (periodCode: PeriodCode) => ReactNode;
  /** Shows a published report. */
  children: (report: PublishedReport) => ReactNode;
};

/** An agency's reports under a plan as the public may know them, period by period, the newest first. */
export function PublicPeriods(props: PublicPeriodsProps) {
  const { plan, reports, states, heading: Heading, isAnchored = true, noteOn, children } = props;
  const ofPlan = states.filter(({ planCode }) => planCode === plan.code);
  const begun = ofPlan.filter(({ state }) => state.kind !== 'not_due');
  const notDue = ofPlan.filter(({ state }) => state.kind === 'not_due').map(({ periodCode }) => periodCode);
  return (
    <div className="grid gap-4">
      {begun.map(({ periodCode, state }) => {
        const report = reports.find((candidate) => candidate.periodCode === periodCode);
        return (
          <Card key={periodCode}>
            <div
              id={isAnchored ? periodAnchor(plan.code, periodCode) : undefined}
              className="mb-2 flex scroll-mt-6 flex-wrap items-baseline justify-between gap-x-4 gap-y-1"
            >
              <Heading className="text-lg font-bold">{formatPeriod(periodCode)}</Heading>
              <PublicStateMark state={state} />
            </div>
            {noteOn?.(periodCode)}
            {report && (
              <>
                <PublishedFacts report={report} />
                {children(report)}
              </>
            )}
          </Card>
        );
      })}
      <NotDue plan={plan} periodCodes={notDue} />
    </div>
  );
}
