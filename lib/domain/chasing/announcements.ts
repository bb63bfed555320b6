import { civilDateOf, startOfDay } from '@/lib/domain/calendar/civil-date';
import { type ScheduleStep, scheduleHour } from './chasing';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Days after a period's opening during which it is still announced, where no job ran on its first day. A portal that is
 * set up later announces no period that has been open for longer.
 */
const announcedDays = 7;

/** Gives the instants between which a period has opened that is announced now: from 09:00 of its first day on. */
export function announcedOpenings(now: Date): { after: Date; until: Date } {
  return { after: new Date(now.getTime() - announcedDays * day), until: new Date(now.getTime() - scheduleHour * hour) };
}

/** The step at which the readers of the division are notified of reports that are overdue: the next working day. */
export const overdueStep: ScheduleStep = { when: 'after', days: 1, to: [] };

/** The hours, in the portal's zone, at which bundled messages are sent over the channels beside the inbox. */
const digestHours = [9, 13, 17];

/** Time for which a digest waits, so that messages that were being stored at its hour are in it. */
const settlingTime = 60_000;

/** Gives the hour of the latest digest that is due: the messages up to it are sent together. */
export function latestDigest(now: Date): Date {
  const before = now.getTime() - settlingTime;
  const today = startOfDay(civilDateOf(now)).getTime();
  const hours = [today - day, today].flatMap((start) => digestHours.map((at) => start + at * hour));
  return new Date(Math.max(...hours.filter((at) => at <= before)));
}
