import 'server-only';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';
import { type NewMessage, storeMessages, untoldOf } from '@/lib/inbox/mutations';
import { db, type Transaction } from '@/lib/server/db';
import { type AskContext, LostRace, writeReport } from '@/lib/server/write-path';
import { takeUntoldEvents, type UntoldEvent } from './untold-events';

/** Milliseconds for a transaction that tells many. */
const patience = { timeout: 30_000, maxWait: 10_000 };
const batch = 100;

/**
 * Tells of the oldest events that nobody was told of, all in one transaction: whoever ends in the middle has told of none.
 * Gives how many they were.
 */
export function tellUntold(compose: (event: UntoldEvent) => NewMessage, now: Date): Promise<number> {
  return db.$transaction(async (transaction) => {
    const events = await takeUntoldEvents(transaction, batch);
    await storeMessages(transaction, events.map(compose), now);
    return events.length;
  }, patience);
}

/** Stores what the ladder says, as far as it was not said before. */
export async function storeChasing(messages: readonly NewMessage[], now: Date): Promise<void> {
  const untold = await untoldOf(messages);
  for (let from = 0; from < untold.length; from += batch) {
    const some = untold.slice(from, from + batch);
    await db.$transaction((transaction) => storeMessages(transaction, some, now), patience);
  }
}

/** The reports of a quarter that somebody may read and that are not filed, for a press that means all of them. */
export async function listAllUnfiled(
  { plan, quarter }: { plan: string; quarter: string },
  actor: Actor,
): Promise<string[]> {
  if (scopeOf(actor)?.kind !== 'all') return [];
  const reports = await db.report.findMany({
    where: { status: { notIn: ['filed', 'accepted'] }, period: { quarter, plan: { code: plan } } },
    select: { id: true },
  });
  return reports.map(({ id }) => id);
}

export type Press = {
  reportIds: readonly string[];
  /** One press of the button: pressed twice, it chases nobody twice. */
  press: string;
  subject: string;
  text: string;
};

async function refuseSecond(transaction: Transaction, reportId: string, press: string): Promise<void> {
  const detail = { path: ['press'], equals: press };
  const found = await transaction.event.findFirst({
    where: { reportId, name: 'report-chased', detail },
    select: { id: true },
  });
  if (found) throw new LostRace();
}

function chaseReport(reportId: string, { press, subject, text }: Press, context: AskContext): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, () => ({
    command: { name: 'chase' },
    detail: { press, subject, text },
    write: (transaction) => refuseSecond(transaction, reportId, press),
  }));
}

/** How many reports are chased at once. */
const lanes = 6;

/**
 * Chases agencies by hand (催办), each by an event of its report, from which a job tells it. Passes over those whose report
 * came in meanwhile; refuses where not one of them is left. Gives how many were chased, those of an earlier try included.
 */
export async function chaseReports(press: Press, context: AskContext): Promise<Result<number>> {
  const waiting = [...new Set(press.reportIds)];
  const refusals: Refusal[] = [];
  let chased = 0;
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const result = await chaseReport(id, press, context);
      if (result.ok || result.refusal.code === 'stale') chased += 1;
      else refusals.push(result.refusal);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  const [refusal = { code: 'not-found' } as const] = refusals;
  return chased === 0 ? refused(refusal) : accepted(chased);
}
