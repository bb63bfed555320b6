import 'server-only';
import { z } from 'zod';
import { calendarWith, getCalendar } from '@/lib/calendar/data';
import { type ConfirmedYear, confirmYear } from '@/lib/calendar/years/mutations';
import { holdsFor } from '@/lib/domain/authorization';
import { isTakeable } from '@/lib/domain/calendar/arrangement';
import { mayKeepCalendar } from '@/lib/domain/calendar/calendar-keeping';
import { type CivilDate, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { type Deadline, isSameDeadline, type NamedDeadline } from '@/lib/domain/deadline/deadline';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { recordPlanAct } from '@/lib/server/database/plan-act';
import { rowsOf } from '@/lib/server/database/rows';
import { type AskContext, reportsTransaction } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';
import { listCalendarMoves } from './data';

/** The new deadline of a period. */
export type DeadlineMove = { periodId: string; deadline: Deadline };

/** The cause of a move: the calendar has changed, the coordinator has set another day, or the plan has another rule. */
export type MoveCause = 'calendar' | 'coordinator' | 'rule';

const periodRow = z.object({
  id: z.string(),
  planCode: z.string(),
  code: periodColumn,
  dueOn: civilDateColumn,
  closesAt: z.date(),
  provisional: z.boolean(),
});
type PeriodRow = z.output<typeof periodRow>;

/** The periods, held until the transaction ends, in the order of their ids, so that two such moves wait for each other. */
function holdPeriods(transaction: Transaction, periodIds: readonly string[]): Promise<PeriodRow[]> {
  return rowsOf(periodRow, transaction)`
    SELECT p.id, l.code AS "planCode", p.quarter AS code, p."dueOn"::text AS "dueOn", p."closesAt", p.provisional
    FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId"
    WHERE p.id = ANY(${[...periodIds]}::uuid[]) ORDER BY p.id FOR UPDATE OF p`;
}

const named = ({ dueOn, closesAt, provisional }: NamedDeadline) => ({
  dueOn,
  closesAt: closesAt.toISOString(),
  provisional,
});

/**
 * Moves the deadlines of periods: their frozen day, instant and reasons. Extensions and returns of single reports keep
 * their own last day. Whoever calls it has decided that the periods may be moved; one whose deadline is the new one
 * already only gets its new reasons. Records for each period that moves the event `deadline-moved`, and tells the officers
 * of its agencies. Gives the number of these periods.
 */
export async function moveDeadlines(
  transaction: Transaction,
  moves: readonly DeadlineMove[],
  { reason, cause }: { reason: string; cause: MoveCause },
  context: AskContext,
): Promise<number> {
  const deadlines = new Map(moves.map(({ periodId, deadline }) => [periodId, deadline]));
  let moved = 0;
  for (const period of await holdPeriods(transaction, [...deadlines.keys()])) {
    const deadline = deadlines.get(period.id) as Deadline;
    const { dueOn, closesAt, provisional, reasons } = deadline;
    await transaction.reportingPeriod.update({
      where: { id: period.id },
      data: { dueOn: storedDateOf(dueOn), closesAt, provisional, reasons },
      select: { id: true },
    });
    if (isSameDeadline(period, deadline)) continue;
    moved += 1;
    const change = { before: named(period), after: named(deadline), reason, cause };
    const detail = { planCode: period.planCode, quarter: period.code, periodId: period.id, ...change };
    const { actor, address } = context;
    await recordEvent(transaction, { name: 'deadline-moved', accountId: actor.accountId, address, detail });
    const ofPeriod = { where: Prisma.sql`p.id = ${period.id}::uuid`, oncePerAgency: false };
    await recordPlanAct(transaction, { name: 'report-deadline-moved', detail: change }, ofPeriod, context);
  }
  return moved;
}

/** Confirms a year of the calendar (`confirmYear`); a preview also says which deadlines would move. */
export async function confirmCalendarYear(input: ConfirmedYear, context: AskContext): Promise<Result<void>> {
  const result = await confirmYear(input, context);
  if (result.ok || result.refusal.code !== 'arrangement-read' || !isTakeable(result.refusal.arrangement)) return result;
  const calendar = calendarWith(await getCalendar(), result.refusal.arrangement);
  return refused({ ...result.refusal, moves: await listCalendarMoves(calendar, context.now) });
}

/** A period to move, with the day that was seen. */
export type ChosenMove = { periodId: string; dueOn: CivilDate };

/**
 * Moves the chosen deadlines to what the calendar gives now, with a reason: all of them or none. Refused as `stale` where
 * one would move to another day than was seen, or would not move any more, to whoever is not a coordinator of the plan's
 * office, and where a period would close at once: its agencies would learn of it too late, so that a coordinator sets another
 * day by hand or closes it (`lib/plans/periods/mutations.ts`), as under another rule.
 */
export function moveByCalendar(
  { moves, reason }: { moves: readonly ChosenMove[]; reason: string },
  context: AskContext,
): Promise<Result<number>> {
  return db.$transaction(async (transaction) => {
    if (!mayKeepCalendar(context.actor)) return refused({ code: 'forbidden' });
    await transaction.$queryRaw`SELECT 1 FROM "CalendarYear" ORDER BY year FOR SHARE`;
    await holdPeriods(
      transaction,
      moves.map(({ periodId }) => periodId),
    );
    const due = await listCalendarMoves(await getCalendar(transaction), context.now, transaction);
    const chosen = moves.map((move) => due.find(({ periodId }) => periodId === move.periodId) ?? null);
    if (chosen.some((move, index) => move?.after.dueOn !== moves[index]?.dueOn)) return refused({ code: 'stale' });
    const known = chosen.filter((move) => move !== null);
    if (!known.every(({ officeId }) => holdsFor(context.actor, ['coordinator'], officeId)))
      return refused({ code: 'forbidden' });
    const past = known.find(({ isPast }) => isPast);
    if (past) return refused({ code: 'due-date-not-ahead', on: past.after.dueOn });
    const wanted = known.map(({ periodId, after }) => ({ periodId, deadline: after }));
    return accepted(await moveDeadlines(transaction, wanted, { reason, cause: 'calendar' }, context));
  }, reportsTransaction);
}
