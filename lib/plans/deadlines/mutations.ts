import 'server-only';
import { z } from 'zod';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { Deadline, NamedDeadline } from '@/lib/domain/deadline/deadline';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';
import type { AskContext } from '@/lib/server/database/write-path';

/** The new deadline of a period. */
export type DeadlineMove = { periodId: string; deadline: Deadline };

/** Why deadlines move: the calendar has changed, the coordinator has set another day, or the plan has another rule. */
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

const isSame = (a: NamedDeadline, b: NamedDeadline) => JSON.stringify(named(a)) === JSON.stringify(named(b));

/** One event on each report of the period: of this its agency is notified, and its history and calendar tell it. */
async function recordOnReports(
  transaction: Transaction,
  periodId: string,
  detail: object,
  { actor, address }: AskContext,
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Event" (name, "accountId", "reportId", address, detail)
    SELECT 'report-deadline-moved', ${actor.accountId}::uuid, r.id, ${address}, ${JSON.stringify(detail)}::jsonb
    FROM "Report" r WHERE r."periodId" = ${periodId}::uuid ORDER BY r.id`;
}

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
    if (isSame(period, deadline)) continue;
    moved += 1;
    const change = { before: named(period), after: named(deadline), reason, cause };
    const detail = { planCode: period.planCode, quarter: period.code, periodId: period.id, ...change };
    const { actor, address } = context;
    await recordEvent(transaction, { name: 'deadline-moved', accountId: actor.accountId, address, detail });
    await recordOnReports(transaction, period.id, change, context);
  }
  return moved;
}
