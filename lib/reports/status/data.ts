import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type WorkingDayCalendar, workingDaysLeft } from '@/lib/domain/calendar/working-days';
import { isLateFilingOpen } from '@/lib/domain/deadline/closing';
import { filingLight, isOverdue } from '@/lib/domain/report/filing-light';
import { isWithDivision, type ReportState } from '@/lib/domain/report/report';
import { availableCommands } from '@/lib/domain/report/report-lifecycle';
import { withdrawalEndOf } from '@/lib/domain/report/withdrawal';

/** Gives the status of a report at an instant for an actor: the light, the time left, the available commands. */
export function statusFactsOf(state: ReportState, actor: Actor, calendar: WorkingDayCalendar, now: Date) {
  return {
    now,
    isWithDivision: isWithDivision(state.status),
    isOpen: now >= state.opensAt,
    dueOn: state.dueOn,
    light: filingLight(state, calendar, now),
    isOverdue: isOverdue(state, now),
    /** It is overdue and can be filed nevertheless. */
    isLateFiling: isOverdue(state, now) && isLateFilingOpen(state),
    workingDaysLeft: workingDaysLeft(calendar, civilDateOf(now), state.dueOn),
    commands: availableCommands(state, actor, now),
    withdrawalEnd: withdrawalEndOf(state, actor, now),
  };
}

export type StatusFacts = ReturnType<typeof statusFactsOf>;
