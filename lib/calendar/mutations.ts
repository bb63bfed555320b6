import 'server-only';
import { arrangedFor, listArrangedDays, ofArrangement } from '@/lib/calendar/data';
import { haveSameDays } from '@/lib/domain/calendar/calendar-keeping';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import type { CalendarOrigin } from '@/lib/server/generated/client';

type ImportedDay = CalendarDay & { source: string };
type ImportedYear = { year: number; confirmed: boolean; source: string };

export type ImportedCalendar = { days: ImportedDay[]; years: ImportedYear[] };

// There are thousands of rows, on a machine that may be running a build at the same time.
const setUpTime = { timeout: 60_000 };

/** Puts these days in the place of all that the year's arrangement had. */
export async function replaceDays(
  transaction: Transaction,
  year: number,
  days: readonly ImportedDay[],
  origin: CalendarOrigin,
): Promise<void> {
  const dates = days.map(({ date }) => storedDateOf(date));
  await transaction.calendarDay.deleteMany({ where: { OR: [ofArrangement(year), { date: { in: dates } }] } });
  await transaction.calendarDay.createMany({
    data: days.map(({ date, kind, name, source }) => ({ date: storedDateOf(date), kind, name, source, origin })),
  });
}

/** Takes a year that the library brings: it is new, it takes the place of the library's earlier one, or it is not taken. */
async function importYear(
  transaction: Transaction,
  imported: ImportedYear,
  days: readonly ImportedDay[],
): Promise<'new' | 'replaced' | 'differs' | 'same'> {
  const { year, confirmed, source } = imported;
  const stored = await transaction.calendarYear.findUnique({
    where: { year },
    select: { confirmed: true, origin: true },
  });
  if (stored && !confirmed) return 'same';
  const isSame = stored && haveSameDays(await listArrangedDays(year, transaction), days);
  if (stored?.origin === 'people') return isSame ? 'same' : 'differs';
  if (stored?.confirmed && isSame) return 'same';
  await transaction.calendarYear.upsert({
    where: { year },
    create: imported,
    update: { confirmed, source, version: { increment: 1 } },
    select: { year: true },
  });
  await replaceDays(transaction, year, days, 'library');
  return stored ? 'replaced' : 'new';
}

/**
 * Stores the library's calendar: years that are not there yet, and in the place of its own earlier ones those that it
 * brings otherwise, each as a whole. A year that people confirmed or corrected is never changed; gives the years of these
 * whose days the library has otherwise. No deadline moves by it.
 */
export async function importCalendar({ days, years }: ImportedCalendar): Promise<{ differing: number[] }> {
  const byYear = new Map<number, ImportedDay[]>(years.map(({ year }) => [year, []]));
  for (const day of days) byYear.get(arrangedFor(day))?.push(day);
  return db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "CalendarYear" ORDER BY year FOR UPDATE`;
    const found: { year: number; outcome: Awaited<ReturnType<typeof importYear>> }[] = [];
    for (const imported of years) {
      const outcome = await importYear(transaction, imported, byYear.get(imported.year) ?? []);
      found.push({ year: imported.year, outcome });
    }
    const yearsWith = (outcome: string) => found.filter((each) => each.outcome === outcome).map(({ year }) => year);
    const [added, replaced] = [yearsWith('new'), yearsWith('replaced')];
    if (added.length + replaced.length > 0) {
      const changed = [...added, ...replaced];
      const count = changed.reduce((sum, year) => sum + (byYear.get(year)?.length ?? 0), 0);
      const detail = { years: changed.length, days: count, replaced };
      await recordEvent(transaction, { name: 'calendar-imported', detail });
    }
    return { differing: yearsWith('differs') };
  }, setUpTime);
}
