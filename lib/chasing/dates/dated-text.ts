import 'server-only';
import { listReaders } from '@/lib/assignment/data';
import type { UnfiledReport } from '@/lib/chasing/data';
import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { announcedOpenings, overdueStep } from '@/lib/domain/chasing/announcements';
import { stepAt, stepInstants } from '@/lib/domain/chasing/chasing';
import type { NewMessage } from '@/lib/notifications/mutations';
import { listOpened } from './data';
import { openedMessage, overdueMessage } from './date-text';

/** Gives the messages to the agencies of a period that has opened. */
export async function openedMessages(now: Date): Promise<NewMessage[]> {
  const opened = await listOpened(announcedOpenings(now));
  return opened.map(openedMessage);
}

/** The reports that are not filed and whose last day is near, at an instant of the portal's clock. */
export type UnfiledNow = { reports: readonly UnfiledReport[]; calendar: WorkingDayCalendar; now: Date };

/** The reports that became overdue, by the day on which their readers are notified of it. */
function overdueByDay({ reports, calendar, now }: UnfiledNow) {
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

/** Gives each reader of the division one message a day about the reports that became overdue, with all agencies. */
export async function overdueMessages(unfiled: UnfiledNow): Promise<NewMessage[]> {
  const days = overdueByDay(unfiled);
  const reportIds = [...days.values()].flat().map(({ id }) => id);
  const readers = await listReaders(reportIds, unfiled.now);
  return [...days].flatMap(([day, overdue]) => {
    const accountIds = new Set(overdue.flatMap(({ id }) => readers.get(id) ?? []));
    return [...accountIds].flatMap((accountId) => {
      const [first, ...others] = overdue.filter(({ id }) => readers.get(id)?.includes(accountId));
      return first ? [overdueMessage(accountId, [first, ...others], day)] : [];
    });
  });
}
