import { fileURLToPath } from 'node:url';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { deadlineOf, noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { readCalendar } from '@/lib/imports/calendar';
import { quartersOf } from './quarters';

/** The calendar as the importer gives it, without a database between. */
export function importedCalendar(): WorkingDayCalendar {
  const { days, years } = readCalendar();
  return {
    days: new Map(days.map((day) => [day.date, day])),
    confirmedYears: new Set(years.filter(({ confirmed }) => confirmed).map(({ year }) => year)),
  };
}

export type DeadlineRow = { periodCode: PeriodCode; dueOn: string; closesAt: string; provisional: boolean };

/** The notice's deadline for each period of some years, in a form that crosses processes. */
export function deadlineTable(years: readonly number[]): DeadlineRow[] {
  const calendar = importedCalendar();
  return years.flatMap(quartersOf).map((periodCode) => {
    const { dueOn, closesAt, provisional } = deadlineOf(periodCode, noticeDeadlineRule, calendar);
    return { periodCode, dueOn, closesAt: closesAt.toISOString(), provisional };
  });
}

/** Years whose deadlines are known from elsewhere: the plan's first two, and the two newest arrangements. */
export const tableYears = [2020, 2021, 2025, 2026] as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // The local midnight proves that this process really runs in the zone that it was given.
  const localMidnight = new Date(2020, 0, 1).toISOString();
  process.stdout.write(JSON.stringify({ localMidnight, table: deadlineTable(tableYears) }));
}
