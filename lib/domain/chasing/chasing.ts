import { agencyRoles } from '@/lib/domain/authorization';
import { type CivilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { addWorkingDays, type WorkingDayCalendar, workingDayBefore } from '@/lib/domain/calendar/working-days';

/** Whom a rung reaches: officers of the agency, or the leader, who learns of all agencies at once. */
export const chasingRecipients = [...agencyRoles, 'leader'] as const;
export type ChasingRecipient = (typeof chasingRecipients)[number];

export const rungTimes = ['before', 'after'] as const;

/** One step of the ladder: so many working days before or after the last day in force. */
export type ChasingRung = { when: (typeof rungTimes)[number]; days: number; to: readonly ChasingRecipient[] };

/** The ladder of every plan that has none of its own: to the reporter, then the approver, then the leader. */
export const defaultLadder: readonly ChasingRung[] = [
  { when: 'before', days: 5, to: ['reporter'] },
  { when: 'before', days: 3, to: ['reporter'] },
  { when: 'before', days: 1, to: ['reporter', 'approver'] },
  { when: 'after', days: 1, to: ['reporter', 'approver'] },
  { when: 'after', days: 3, to: ['reporter', 'approver', 'leader'] },
];

/** The hour of a rung's day, in the portal's zone, from which on people are told: nobody is woken by it. */
const hour = 9;

/** Working days for which the last rung is still made up for, where no job ran on its day. */
const lastRungDays = 5;

function dayOf({ when, days }: ChasingRung, dueOn: CivilDate, calendar: WorkingDayCalendar): CivilDate {
  if (when === 'after') return addWorkingDays(calendar, dueOn, days);
  let day = dueOn;
  for (let counted = 0; counted < days; counted += 1) day = workingDayBefore(calendar, day);
  return day;
}

const instantOn = (day: CivilDate) => new Date(startOfDay(day).getTime() + hour * 3_600_000);

export type RungInstant = { rung: ChasingRung; at: Date };

/** The instants of a ladder around a last day, in their order: 09:00 of the rung's working day, in the portal's zone. */
export function rungInstants(
  ladder: readonly ChasingRung[],
  dueOn: CivilDate,
  calendar: WorkingDayCalendar,
): { instants: RungInstant[]; endsAt: Date } {
  const days = ladder.map((rung) => ({ rung, day: dayOf(rung, dueOn, calendar) }));
  const inOrder = days.toSorted((a, b) => a.day.localeCompare(b.day));
  const instants = inOrder.map(({ rung, day }) => ({ rung, at: instantOn(day) }));
  const last = inOrder.at(-1)?.day ?? dueOn;
  return { instants, endsAt: instantOn(addWorkingDays(calendar, last, lastRungDays)) };
}

export type Chasable = {
  /** 暂定: it does not close the form, so that nobody is after it. */
  provisional: boolean;
  /** Since when this last day is in force for a report that is not filed. */
  since: Date;
};

/**
 * Gives the rung that stands at an instant for a report that is not filed: the latest that has come, until the next one
 * comes, so that a portal that stood still makes up for one rung and not for all. Null before the first rung, five working
 * days after the last, and for a rung that had passed before this last day was given (an extension, a return).
 */
export function rungAt(
  { instants, endsAt }: ReturnType<typeof rungInstants>,
  { provisional, since }: Chasable,
  now: Date,
): ChasingRung | null {
  const standing = instants.findLast(({ at }) => at <= now);
  if (!standing || now >= endsAt || standing.at < since) return null;
  return provisional && standing.rung.when === 'after' ? null : standing.rung;
}

/** Names a rung within the cause of a message: one rung of one last day tells nobody twice. */
export function rungCause(subjectId: string, { when, days }: ChasingRung, dueOn: CivilDate): string {
  return `chase/${subjectId}/${when}-${days}/${dueOn}`;
}
