import 'server-only';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay, WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { db } from '@/lib/server/database/db';

/** The working-day calendar as it is stored: the arranged days, and which years are confirmed. */
export async function getCalendar(): Promise<WorkingDayCalendar> {
  const [days, years] = await Promise.all([
    db.calendarDay.findMany({ select: { date: true, kind: true, name: true } }),
    db.calendarYear.findMany({ where: { confirmed: true }, select: { year: true } }),
  ]);
  const arranged = days.map((day): [CivilDate, CalendarDay] => {
    const date = civilDateFromStored(day.date);
    return [date, { ...day, date }];
  });
  return { days: new Map(arranged), confirmedYears: new Set(years.map(({ year }) => year)) };
}

/** The years that the calendar knows anything of, confirmed and provisional; of every other year it cannot speak. */
export async function listCalendarYears(): Promise<Set<number>> {
  const years = await db.calendarYear.findMany({ select: { year: true } });
  return new Set(years.map(({ year }) => year));
}
