import 'server-only';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay, WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { db } from '@/lib/server/database/db';

/** Gives the stored working-day calendar: the arranged days, and the confirmed years. */
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

/** Gives the years that the calendar covers, confirmed or provisional; it says nothing about any other year. */
export async function listCalendarYears(): Promise<Set<number>> {
  const years = await db.calendarYear.findMany({ select: { year: true } });
  return new Set(years.map(({ year }) => year));
}
