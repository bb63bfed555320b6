import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { passingEvents } from './event-lists';

/** Roles inside the agency that can be reminded of a report. */
const reminderTargets = ['approver', 'reporter'] as const;
export type ReminderTarget = (typeof reminderTargets)[number];

/** Least time between two reminders, in milliseconds: one in four hours per report and direction. */
export const reminderPause = 4 * 60 * 60_000;

/** Gives the instant from which a role may be reminded again; null where nobody was reminded yet. */
export function remindableFrom(last: Date | null): Date | null {
  return last && new Date(last.getTime() + reminderPause);
}

const reminders = { 'approver-reminded': 'approver', 'reporter-reminded': 'reporter' } as const;

/** The events by which somebody is reminded. */
export const remindingEvents = Object.keys(reminders) as (keyof typeof reminders)[];

/**
 * The events of a report of which the latest says whether a reminder still stands: once it was passed on, the matter has
 * moved on, and an earlier reminder with it.
 */
export const reminderEvents = [...remindingEvents, ...passingEvents];

/**
 * Gives the role that a report's latest event out of `reminderEvents` still reminds; null where the reminder is
 * settled.
 */
export function remindedBy(eventName: string): ReminderTarget | null {
  return reminders[eventName as keyof typeof reminders] ?? null;
}

/**
 * Says whether an agency that was last chased at an instant may be chased now: on another day of the portal's zone, or
 * again by a sender who has seen that instant.
 */
export function mayChaseAgain(chasedAt: Date | null, seen: Date | null, now: Date): boolean {
  if (chasedAt === null || civilDateOf(chasedAt) !== civilDateOf(now)) return true;
  return seen !== null && chasedAt <= seen;
}
