import 'server-only';
import { type CivilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';

export type ImportedCalendar = {
  days: (CalendarDay & { source: string })[];
  years: { year: number; confirmed: boolean; source: string }[];
};

// There are thousands of rows, on a machine that may be running a build at the same time.
const setUpTime = { timeout: 60_000 };

/** Stores a calendar; existing days and years, corrected ones among them, are not changed. */
export async function importCalendar(calendar: ImportedCalendar): Promise<void> {
  await db.$transaction(async (transaction) => {
    const years = await transaction.calendarYear.createMany({ data: calendar.years, skipDuplicates: true });
    const days = await transaction.calendarDay.createMany({
      data: calendar.days.map(({ date, ...day }) => ({ ...day, date: storedDateOf(date as CivilDate) })),
      skipDuplicates: true,
    });
    if (years.count + days.count > 0) {
      await recordEvent(transaction, { name: 'calendar-imported', detail: { years: years.count, days: days.count } });
    }
  }, setUpTime);
}
