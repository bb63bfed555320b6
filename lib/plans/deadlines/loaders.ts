import 'server-only';
import { notFound } from 'next/navigation';
import { findYear, getCalendar, listArrangedDays, listYearEvents, listYears } from '@/lib/calendar/data';
import { type Actor, holdsFor } from '@/lib/domain/authorization';
import { lastYearToAdd, mayKeepCalendar, yearAskedFor } from '@/lib/domain/calendar/calendar-keeping';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { CalendarMove } from '@/lib/domain/deadline/calendar-move';
import { yearSchema } from '@/lib/schemas/calendar-year';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { listCalendarMoves } from './data';

/** The deadlines that the calendar would move, each with whether the visitor may move it. */
async function movesFor(actor: Actor, now: Date): Promise<(CalendarMove & { mayMove: boolean })[]> {
  const moves = await listCalendarMoves(await getCalendar(), now);
  return moves.map((move) => ({ ...move, mayMove: holdsFor(actor, ['coordinator'], move.officeId) }));
}

export type PendingMove = Awaited<ReturnType<typeof movesFor>>[number];

/** Loads the years of the calendar; not found for everyone but the division and the leader. */
export async function loadCalendarDesk() {
  const { actor } = await requireDivision();
  const now = await portalNow();
  const [years, moves] = await Promise.all([listYears(), movesFor(actor, now)]);
  const today = civilDateOf(now);
  const next = (years[0]?.year ?? Number(today.slice(0, 4)) - 1) + 1;
  const mayChange = mayKeepCalendar(actor);
  return {
    years,
    moves,
    mayChange,
    askedFor: yearAskedFor(today),
    /** The year that can be added; null where it lies too far ahead, or for whoever only reads. */
    next: mayChange && next <= lastYearToAdd(today) ? next : null,
  };
}

/** Loads a year of the calendar; not found for everyone but the division and the leader, and for an unknown year. */
export async function loadCalendarYear(text: string) {
  const { actor } = await requireDivision();
  const parsed = yearSchema.safeParse(text);
  const year = parsed.success && String(parsed.data) === text ? await findYear(parsed.data) : null;
  if (!year) notFound();
  const now = await portalNow();
  const [days, events, moves] = await Promise.all([
    listArrangedDays(year.year),
    listYearEvents(year.year),
    movesFor(actor, now),
  ]);
  return { year, days, events, moves, mayChange: mayKeepCalendar(actor) };
}

export type CalendarYearPage = Awaited<ReturnType<typeof loadCalendarYear>>;

/**
 * Loads what the first page of a coordinator says of the calendar: the year whose arrangement is asked for while it is
 * not confirmed, and the number of deadlines of the offices that it would move. Null for everybody else.
 */
export async function loadCalendarTask() {
  const { actor } = await requireDivision();
  if (!mayKeepCalendar(actor)) return null;
  const now = await portalNow();
  const asked = yearAskedFor(civilDateOf(now));
  const [year, moves] = await Promise.all([findYear(asked), movesFor(actor, now)]);
  const own = moves.filter(({ mayMove, setByHand }) => mayMove && !setByHand);
  return { year: year?.confirmed ? null : { number: asked, isThere: year !== null }, moves: own.length };
}

export type CalendarTask = Awaited<ReturnType<typeof loadCalendarTask>>;
