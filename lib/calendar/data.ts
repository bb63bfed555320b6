import 'server-only';
import type { Arrangement } from '@/lib/domain/calendar/arrangement';
import { type CivilDate, civilDate, civilDateFromStored, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay, WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { newYear } from '@/lib/imports/arrangement/holiday-names';
import { db, type Transaction } from '@/lib/server/database/db';
import type { Prisma } from '@/lib/server/generated/client';

/** Gives the stored working-day calendar: the arranged days, and the confirmed years. */
export async function getCalendar(client: Transaction = db): Promise<WorkingDayCalendar> {
  const [days, years] = await Promise.all([
    client.calendarDay.findMany({ select: { date: true, kind: true, name: true } }),
    client.calendarYear.findMany({ where: { confirmed: true }, select: { year: true } }),
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

const between = (first: string, last: string) => ({
  gte: storedDateOf(civilDate(first)),
  lte: storedDateOf(civilDate(last)),
});

/** The days that a year's arrangement gives: those of the year, but 元旦 with the December before it. */
export function ofArrangement(year: number): Prisma.CalendarDayWhereInput {
  const december = (of: number) => between(`${of}-12-01`, `${of}-12-31`);
  const ofNewYear = { startsWith: newYear };
  return {
    OR: [
      { date: between(`${year}-01-01`, `${year}-11-30`) },
      { date: december(year), NOT: { name: ofNewYear } },
      { date: december(year - 1), name: ofNewYear },
    ],
  };
}

/** The year whose arrangement gives a day, by the same rule. */
export function arrangedFor({ date, name }: Pick<CalendarDay, 'date' | 'name'>): number {
  const isOfNext = date.slice(5, 7) === '12' && name.startsWith(newYear);
  return Number(date.slice(0, 4)) + (isOfNext ? 1 : 0);
}

/** The calendar as it would be with an arrangement in the place of its year's days. */
export function calendarWith(calendar: WorkingDayCalendar, { year, days }: Arrangement): WorkingDayCalendar {
  const kept = [...calendar.days].filter(([, day]) => arrangedFor(day) !== year);
  return {
    days: new Map([...kept, ...days.map((day): [CivilDate, CalendarDay] => [day.date, day])]),
    confirmedYears: new Set([...calendar.confirmedYears, year]),
  };
}

const daySelect = { date: true, kind: true, name: true, source: true, origin: true } as const;

/** Lists the days that a year's arrangement gives, in order, each with its source. */
export async function listArrangedDays(year: number, client: Transaction = db) {
  const days = await client.calendarDay.findMany({
    where: ofArrangement(year),
    orderBy: { date: 'asc' },
    select: daySelect,
  });
  return days.map((day) => ({ ...day, date: civilDateFromStored(day.date) }));
}

const yearSelect = {
  year: true,
  confirmed: true,
  source: true,
  origin: true,
  version: true,
  confirmedAt: true,
  confirmedBy: { select: { displayName: true } },
} as const;

/** Lists the years of the calendar, the latest first, with who confirmed them. */
export function listYears() {
  return db.calendarYear.findMany({ orderBy: { year: 'desc' }, select: yearSelect });
}

export type ListedYear = Awaited<ReturnType<typeof listYears>>[number];

/** Gives a year with the text from which people confirmed it, or null for a year that the calendar does not have. */
export function findYear(year: number) {
  return db.calendarYear.findUnique({ where: { year }, select: { ...yearSelect, text: true } });
}

/** The events that change the calendar of one year. */
const yearEvents = ['calendar-year-added', 'calendar-year-confirmed', 'calendar-day-corrected'] as const;
type YearEventName = (typeof yearEvents)[number];

/** Lists what people did to a year, the latest first. */
export async function listYearEvents(year: number) {
  const events = await db.event.findMany({
    where: { name: { in: [...yearEvents] }, detail: { path: ['year'], equals: year } },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, at: true, name: true, detail: true, account: { select: { displayName: true } } },
  });
  return events.map(({ id, at, name, detail, account }) => ({
    id: String(id),
    at,
    name: name as YearEventName,
    by: account?.displayName ?? '',
    detail: detail as { date?: CivilDate; source?: string; reason?: string },
  }));
}

export type YearEvent = Awaited<ReturnType<typeof listYearEvents>>[number];
