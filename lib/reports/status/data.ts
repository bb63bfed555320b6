import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { isLateFilingOpen } from '@/lib/domain/deadline/closing';
import { closingInstant, type DeadlineRule } from '@/lib/domain/deadline/deadline';
import { countdownTo, type Over } from '@/lib/domain/deadline/time-left';
import { filingLight, isOverdue } from '@/lib/domain/report/filing-light';
import { isWithDivision, type ReportState } from '@/lib/domain/report/report';
import { availableCommands } from '@/lib/domain/report/report-lifecycle';
import { withdrawalEndOf } from '@/lib/domain/report/withdrawal';

function overOf(state: ReportState): Over {
  if (state.closesAt === null) return 'provisional-passed';
  return isLateFilingOpen(state) ? 'late-filing' : 'closed';
}

/** The countdown to the last day in force of a report that the agency can still work on; null for all others. */
function countdownOf(state: ReportState, rule: DeadlineRule, { calendar, now }: Viewer) {
  const { status, filingEnd, opensAt, dueOn, closesAt } = state;
  if (isWithDivision(status) || filingEnd !== null || now < opensAt) return null;
  const closing = closesAt ?? closingInstant(dueOn, rule);
  return countdownTo({ dueOn, closesAt: closing, over: overOf(state) }, calendar, now);
}

/** The account that looks at a report, the calendar, and the time. */
export type Viewer = { actor: Actor; calendar: WorkingDayCalendar; now: Date };

/** Gives the status of a report at an instant for an actor: the light, the time left, the available commands. */
export function statusFactsOf(state: ReportState, rule: DeadlineRule, viewer: Viewer) {
  const { actor, calendar, now } = viewer;
  return {
    now,
    isWithDivision: isWithDivision(state.status),
    isOpen: now >= state.opensAt,
    filingEnd: state.filingEnd,
    dueOn: state.dueOn,
    light: filingLight(state, calendar, now),
    isOverdue: isOverdue(state, now),
    /** It is overdue and can be filed nevertheless. */
    isLateFiling: isOverdue(state, now) && isLateFilingOpen(state) && state.filingEnd === null,
    countdown: countdownOf(state, rule, viewer),
    commands: availableCommands(state, actor, now),
    withdrawalEnd: withdrawalEndOf(state, actor, now),
  };
}

export type StatusFacts = ReturnType<typeof statusFactsOf>;
