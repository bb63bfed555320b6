import 'server-only';
import { type Actor, hasRole, scopeOf } from '@/lib/domain/authorization';
import type { ChasingRung } from '@/lib/domain/chasing/chasing';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { statusesWithDivision } from '@/lib/domain/report/report';
import { type NewMessage, storeMessages, untoldOf } from '@/lib/notifications/mutations';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { type AskContext, patience, recordOnReports } from '@/lib/server/database/write-path';

/** Most events notified of, or reports chased, in one transaction. */
const batch = 500;

/** Stores the messages of the chasing schedule that were not stored before. */
export async function storeChasing(messages: readonly NewMessage[], now: Date): Promise<void> {
  const untold = await untoldOf(messages);
  for (let from = 0; from < untold.length; from += batch) {
    const some = untold.slice(from, from + batch);
    await db.$transaction((transaction) => storeMessages(transaction, some, now), patience);
  }
}

/**
 * Lists the reports of a period that are not filed, for a submission that chases all of them; none outside the actor's
 * scope.
 */
export async function listAllUnfiled(
  { plan, periodCode }: { plan: string; periodCode: string },
  actor: Actor,
): Promise<string[]> {
  if (scopeOf(actor)?.kind !== 'all') return [];
  const reports = await db.report.findMany({
    where: { status: { notIn: [...statusesWithDivision] }, period: { code: periodCode, plan: { code: plan } } },
    select: { id: true },
  });
  return reports.map(({ id }) => id);
}

export type Press = {
  reportIds: readonly string[];
  /** Id of one submission of the form: sent twice, it chases nobody twice. */
  press: string;
  subject: string;
  text: string;
};

/** Finds the reports that this submission has already chased. */
async function findPressed(transaction: Transaction, reportIds: readonly string[], press: string) {
  const events = await transaction.event.findMany({
    where: {
      reportId: { in: [...reportIds] },
      name: 'report-chased',
      detail: { path: ['press'], equals: press },
    },
    select: { reportId: true },
  });
  return new Set(events.flatMap(({ reportId }) => reportId ?? []));
}

/**
 * Chases agencies by hand (催办) by recording one event per report, of which a job then notifies its agency. Skips
 * reports filed meanwhile; refuses where none is left. Gives the number chased, including those of an earlier attempt.
 */
export async function chaseReports({ reportIds, ...detail }: Press, context: AskContext): Promise<Result<number>> {
  const all = [...new Set(reportIds)];
  const results: Result<void>[] = [];
  for (let from = 0; from < all.length; from += batch) {
    const some = all.slice(from, from + batch);
    const findRecorded = (transaction: Transaction) => findPressed(transaction, some, detail.press);
    results.push(...(await recordOnReports(some, context, { command: { name: 'chase' }, detail, findRecorded })));
  }
  const chased = results.filter(({ ok }) => ok).length;
  const refusal = results.find((result) => !result.ok)?.refusal ?? { code: 'not-found' };
  return chased === 0 ? refused(refusal) : accepted(chased);
}

/** Sets the chasing schedule of a plan; only the coordinator may. Messages sent before are not affected. */
export async function setLadder(
  { plan, ladder }: { plan: string; ladder: ChasingRung[] },
  { actor, address }: { actor: Actor; address: string },
): Promise<Result<void>> {
  if (!hasRole(actor, ['coordinator'])) return refused({ code: 'forbidden' });
  const chasingLadder = ladder.map(({ when, days, to }) => ({ when, days, to: [...to] }));
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.plan.updateMany({ where: { code: plan }, data: { chasingLadder } });
    if (count === 0) return refused({ code: 'not-found' });
    const detail = { plan, ladder: chasingLadder };
    await recordEvent(transaction, { name: 'chasing-ladder-set', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
