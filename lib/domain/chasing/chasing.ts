import { agencyRoles } from '@/lib/domain/authorization';
import { type CivilDate, civilDateOf, startOfDay } from '@/lib/domain/calendar/civil-date';
import { addWorkingDays, type WorkingDayCalendar, workingDayBefore } from '@/lib/domain/calendar/working-days';

/** The recipients of a step: officers of the agency, or the leader, who gets one message about all agencies. */
export const chasingRecipients = [...agencyRoles, 'leader'] as const;
type ChasingRecipient = (typeof chasingRecipients)[number];

export const stepTimes = ['before', 'after'] as const;

/** One step of the chasing schedule: a number of working days before or after the last day in force. */
export type ScheduleStep = { when: (typeof stepTimes)[number]; days: number; to: readonly ChasingRecipient[] };

/** The chasing schedule of a plan without its own: first the reporter, then the approver, then the leader. */
export const defaultSchedule: readonly ScheduleStep[] = [
  { when: 'before', days: 5, to: ['reporter'] },
  { when: 'before', days: 3, to: ['reporter'] },
  { when: 'before', days: 1, to: ['reporter', 'approver'] },
  { when: 'after', days: 1, to: ['reporter', 'approver'] },
  { when: 'after', days: 3, to: ['reporter', 'approver', 'leader'] },
];

/**
 * The hour on a step's day, in the portal's zone, from which on messages are sent, so that nobody gets them at night.
 */
export const scheduleHour = 9;

/** Working days before or after the last day within which a step stands. */
export const stepDays = { least: 1, most: 30 };

/** Working days after the last step during which it is still sent, where no job ran on its day. */
const lastStepDays = 5;

function dayOf({ when, days }: ScheduleStep, dueOn: CivilDate, calendar: WorkingDayCalendar): CivilDate {
  if (when === 'after') return addWorkingDays(calendar, dueOn, days);
  let day = dueOn;
  for (let counted = 0; counted < days; counted += 1) day = workingDayBefore(calendar, day);
  return day;
}

const instantOn = (day: CivilDate) => new Date(startOfDay(day).getTime() + scheduleHour * 3_600_000);

export type StepInstant = { step: ScheduleStep; at: Date };

/**
 * Gives the instants of a chasing schedule around a last day, in chronological order (09:00 on the step's working day,
 * in the portal's zone), and the exclusive end of the last one: five working days after it.
 */
export function stepInstants(
  schedule: readonly ScheduleStep[],
  dueOn: CivilDate,
  calendar: WorkingDayCalendar,
): { instants: StepInstant[]; endsAt: Date } {
  const days = schedule.map((step) => ({ step, day: dayOf(step, dueOn, calendar) }));
  const inOrder = days.toSorted((a, b) => a.day.localeCompare(b.day));
  const instants = inOrder.map(({ step, day }) => ({ step, at: instantOn(day) }));
  const last = inOrder.at(-1)?.day ?? dueOn;
  return { instants, endsAt: instantOn(addWorkingDays(calendar, last, lastStepDays)) };
}

export type Chasable = {
  /** 暂定 (provisional): the form does not close, so no step after the last day applies. */
  provisional: boolean;
  /** Instant from which this last day is in force for a report that is not filed. */
  since: Date;
};

/**
 * Gives the step in effect at an instant, with its own instant, for a report that is not filed: the latest whose instant has come, until the
 * next one comes, so that a portal that was down catches up on one step and not on all. Null before the first step,
 * from five working days after the last on, for a step after a provisional last day, and for a step whose instant was
 * before `since` (the last day was set later by an extension or a return).
 */
export function stepAt(
  { instants, endsAt }: ReturnType<typeof stepInstants>,
  { provisional, since }: Chasable,
  now: Date,
): StepInstant | null {
  const current = instants.findLast(({ at }) => at <= now);
  if (!current || now >= endsAt || current.at < since) return null;
  return provisional && current.step.when === 'after' ? null : current;
}

/**
 * Says whether a step chases nobody any more, because the division has chased the agency by hand on the step's day (in the
 * portal's zone) or later.
 */
export function isForestalled({ at }: StepInstant, chasedByHandAt: Date | null): boolean {
  return chasedByHandAt !== null && civilDateOf(chasedByHandAt) >= civilDateOf(at);
}

/** Gives the cause of a step's messages; it is unique per step and last day, so that nobody is notified twice. */
export function stepCause(subjectId: string, { when, days }: ScheduleStep, dueOn: CivilDate): string {
  return `chase/${subjectId}/${when}-${days}/${dueOn}`;
}
