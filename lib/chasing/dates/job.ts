import 'server-only';
import { listReaders } from '@/lib/assignment/data';
import { getCalendar } from '@/lib/calendar/data';
import { listUnfiledNear, type UnfiledReport } from '@/lib/chasing/data';
import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { announcedOpenings, overdueStep } from '@/lib/domain/chasing/announcements';
import { stepAt, stepInstants } from '@/lib/domain/chasing/chasing';
import { storeNewMessages } from '@/lib/notifications/mutations';
import { portalNow } from '@/lib/server/clock';
import { listOpened } from './data';
import { openedMessage, overdueMessage } from './date-text';

/** Notifies the agencies of a period that has opened, each officer once. */
async function announceOpened(now: Date): Promise<void> {
  const opened = await listOpened(announcedOpenings(now));
  await storeNewMessages(opened.map(openedMessage), now);
}

/** The reports that became overdue, by the day on which their readers are notified of it. */
function overdueByDay(reports: readonly UnfiledReport[], calendar: WorkingDayCalendar, now: Date) {
  const days = new Map<CivilDate, UnfiledReport[]>();
  for (const report of reports) {
    const instants = stepInstants([overdueStep], report.dueOn, calendar);
    const [first] = instants.instants;
    if (!first || stepAt(instants, report, now) === null) continue;
    const day = civilDateOf(first.at);
    days.set(day, [...(days.get(day) ?? []), report]);
  }
  return days;
}

/** Notifies each reader of the division of the reports that became overdue: one message a day, with all agencies. */
async function notifyOfOverdue(now: Date): Promise<void> {
  const [calendar, reports] = await Promise.all([getCalendar(), listUnfiledNear(now)]);
  const days = overdueByDay(reports, calendar, now);
  const reportIds = [...days.values()].flat().map(({ id }) => id);
  const readers = await listReaders(reportIds, now);
  const messages = [...days].flatMap(([day, overdue]) => {
    const accountIds = new Set(overdue.flatMap(({ id }) => readers.get(id) ?? []));
    return [...accountIds].flatMap((accountId) => {
      const [first, ...others] = overdue.filter(({ id }) => readers.get(id)?.includes(accountId));
      return first ? [overdueMessage(accountId, [first, ...others], day)] : [];
    });
  });
  await storeNewMessages(messages, now);
}

/**
 * Notifies of an opened period and of overdue reports, by the portal's clock, beside the chasing of agencies. It may run
 * any number of times, also concurrently.
 */
export async function notifyOfDates(): Promise<void> {
  const now = await portalNow();
  await announceOpened(now);
  await notifyOfOverdue(now);
}
