import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listArrangedDays } from '@/lib/calendar/data';
import { replaceDays } from '@/lib/calendar/mutations';
import { type Arrangement, isTakeable } from '@/lib/domain/calendar/arrangement';
import { type CorrectedKind, lastYearToAdd, mayKeepCalendar } from '@/lib/domain/calendar/calendar-keeping';
import { type CivilDate, civilDateOf, storedDateOf, weekdayOf } from '@/lib/domain/calendar/civil-date';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { readArrangement } from '@/lib/imports/arrangement/read-arrangement';
import { statutoryDaysOf } from '@/lib/imports/calendar';
import { holidayRegulation } from '@/lib/imports/statutory-holidays';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';
import type { AskContext } from '@/lib/server/database/write-path';

const yearRow = z.object({ year: z.number(), confirmed: z.boolean(), version: z.number() });

/** The year as it stands, held until the transaction ends; refused if there is none, or if it is not as it was seen. */
async function holdYear(
  transaction: Transaction,
  { year, version }: { year: number; version: number },
): Promise<Result<z.output<typeof yearRow>>> {
  const [row] = await rowsOf(yearRow, transaction)`
    SELECT year, confirmed, version FROM "CalendarYear" WHERE year = ${year} FOR UPDATE`;
  if (!row) return refused({ code: 'not-found' });
  return row.version === version ? accepted(row) : refused({ code: 'stale' });
}

/** By what a preview is named, so that exactly what was seen is confirmed. */
const nameOf = ({ source, days, problems }: Arrangement) =>
  createHash('sha256')
    .update(JSON.stringify([source, days, problems]))
    .digest('base64url')
    .slice(0, 22);

export type ConfirmedYear = { year: number; version: number; text: string; seen: string };

/**
 * Confirms a year by the State Council's text, which is read anew: all its days take the place of the year's. Without
 * `seen`, the name of a preview, or when the text reads otherwise than in that preview, or has a problem that is more
 * than a doubt, it is refused with what was read. Deadlines do not move by it. Only coordinators may.
 */
export function confirmYear(
  { year, version, text, seen }: ConfirmedYear,
  { actor, now, address }: AskContext,
): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    if (!mayKeepCalendar(actor)) return refused({ code: 'forbidden' });
    const held = await holdYear(transaction, { year, version });
    if (!held.ok) return held;
    const before = await listArrangedDays(year, transaction);
    const arrangement = readArrangement(text, { year, days: before, confirmed: held.value.confirmed });
    const { days, source } = arrangement;
    if (!isTakeable(arrangement) || seen !== nameOf(arrangement))
      return refused({ code: 'arrangement-read', arrangement, name: nameOf(arrangement), moves: [] });
    await replaceDays(
      transaction,
      year,
      days.map((day) => ({ ...day, source })),
      'people',
    );
    const confirmed = { confirmed: true, source, origin: 'people', text, confirmedAt: now } as const;
    await transaction.calendarYear.update({
      where: { year },
      data: { ...confirmed, confirmedById: actor.accountId, version: version + 1 },
      select: { year: true },
    });
    const detail = { year, source, text, before: before.map(({ date, kind, name }) => ({ date, kind, name })) };
    await recordEvent(transaction, { name: 'calendar-year-confirmed', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}

export type CorrectedDay = {
  date: CivilDate;
  version: number;
  kind: CorrectedKind;
  name: string;
  reason: string;
};

/**
 * Corrects a single day, with a reason that stands as its source; the year is then kept by people. Refuses a make-up
 * working day that is no Saturday or Sunday, and what the day is already. Deadlines do not move by it. Only coordinators
 * may.
 */
export function correctDay(
  { date, version, kind, name, reason }: CorrectedDay,
  { actor, address }: AskContext,
): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    if (!mayKeepCalendar(actor)) return refused({ code: 'forbidden' });
    const year = Number(date.slice(0, 4));
    const held = await holdYear(transaction, { year, version });
    if (!held.ok) return held;
    const weekday = weekdayOf(date);
    if (kind === 'makeup_workday' && weekday !== 0 && weekday !== 6) return refused({ code: 'makeup-not-weekend' });
    const where = { date: storedDateOf(date) };
    const before = await transaction.calendarDay.findUnique({ where, select: { kind: true, name: true } });
    const after = kind === 'ordinary' ? null : { kind, name };
    if (before?.kind === after?.kind && before?.name === after?.name) return refused({ code: 'calendar-day-same' });
    await transaction.calendarDay.deleteMany({ where });
    if (after) {
      await transaction.calendarDay.createMany({ data: [{ ...where, ...after, source: reason, origin: 'people' }] });
    }
    await transaction.calendarYear.update({
      where: { year },
      data: { origin: 'people', version: version + 1 },
      select: { year: true },
    });
    const detail = { year, date, before, after, reason };
    await recordEvent(transaction, { name: 'calendar-day-corrected', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}

/**
 * Adds the year after the last one, provisional, with the days that the regulation fixes; refused if it lies more than
 * ten years ahead, and `stale` if it is not the next one any more. Only coordinators may.
 */
export function addYear({ year }: { year: number }, { actor, now, address }: AskContext): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    if (!mayKeepCalendar(actor)) return refused({ code: 'forbidden' });
    if (year > lastYearToAdd(civilDateOf(now))) return refused({ code: 'calendar-year-too-far' });
    const { _max } = await transaction.calendarYear.aggregate({ _max: { year: true } });
    if (_max.year !== null && year !== _max.year + 1) return refused({ code: 'stale' });
    const { count } = await transaction.calendarYear.createMany({
      data: [{ year, confirmed: false, source: holidayRegulation }],
      skipDuplicates: true,
    });
    if (count !== 1) return refused({ code: 'stale' });
    await replaceDays(transaction, year, statutoryDaysOf(year), 'library');
    const event = { name: 'calendar-year-added', accountId: actor.accountId, address, detail: { year } };
    await recordEvent(transaction, event);
    return accepted(undefined);
  });
}
