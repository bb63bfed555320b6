import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { covers, scopeOf, supports } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { ReportCommand } from '@/lib/domain/report/report';
import { decide } from '@/lib/domain/report/report-lifecycle';
import type { Prisma } from '@/lib/server/generated/client';
import { db, type Transaction } from './db';
import { findStoredReport, findStoredReports, type StoredReport, waitForTurn } from './stored-report';

/** Who asks, by the portal's clock when, and from which address. */
export type AskContext = { actor: Actor; now: Date; address: string };

/**
 * With the version of the report that stood before their eyes; null for what does not depend on it and makes nobody's
 * view out of date, such as saving a field: it waits for its turn and leaves the version as it is.
 */
export type WriteContext = AskContext & { version: number | null };

/** What a command does beside moving the status. */
type Effects<Value> = {
  command: ReportCommand;
  /** The content version that was read, for a command that stands for the text. */
  content?: number;
  /** Columns of the report that change with it. */
  report?: Prisma.ReportUncheckedUpdateManyInput;
  /** Rows that the command writes, in the same transaction, after the report itself was won. */
  write?: (transaction: Transaction) => Promise<Value>;
  /** What the event row keeps. */
  detail?: Prisma.InputJsonObject;
  /** What is answered where the command is granted but nothing is left to write. */
  nothingToWrite?: { answer: Value };
};

/** Thrown by an effect that finds, once it has written, that what was decided on no longer holds: nothing is kept. */
export class LostRace extends Error {}

const isWithinReach = (actor: Actor, { agencyId, support }: StoredReport['state']) =>
  covers(scopeOf(actor), agencyId) || supports(actor, support);

/** Says whether what the command depends on is what is stored. */
function isUpToDate(stored: StoredReport, version: number | null, content: number | undefined): boolean {
  return (version ?? stored.version) === stored.version && (content ?? stored.contentVersion) === stored.contentVersion;
}

async function writeInTransaction<Value>(
  transaction: Transaction,
  reportId: string,
  { actor, now, address, version }: WriteContext,
  effectsOf: (stored: StoredReport) => Effects<Value>,
): Promise<Result<Value>> {
  if (version === null) await waitForTurn(transaction, [reportId]);
  const stored = await findStoredReport(transaction, reportId);
  if (!stored || !isWithinReach(actor, stored.state)) return refused({ code: 'not-found' });
  const effects = effectsOf(stored);
  const { content: contentVersion } = effects;
  const decision = decide(stored.state, effects.command, actor, now);
  if (!decision.ok) return decision;
  if (!isUpToDate(stored, version, contentVersion)) return refused({ code: 'stale' });
  if (effects.nothingToWrite) return accepted(effects.nothingToWrite.answer);

  const { name, from, to } = decision.value;
  const { count } = await transaction.report.updateMany({
    where: { id: reportId, status: from, version: stored.version, contentVersion },
    data: { ...effects.report, status: to, version: version === null ? undefined : version + 1 },
  });
  if (count !== 1) throw new LostRace();
  const value = (await effects.write?.(transaction)) as Value;
  await transaction.event.create({
    data: { name, reportId, accountId: actor.accountId, address, detail: { from, to, ...effects.detail } },
    select: { id: true },
  });
  return accepted(value);
}

/**
 * The write path of every command on a report: loads the stored row, lets the law decide, updates it only if nobody else
 * did meanwhile, writes what the command brings and one event row, all in one transaction.
 * `effectsOf` sees the stored report only, never a status, an agency or a time from the request.
 */
export async function writeReport<Value = void>(
  reportId: string,
  context: WriteContext,
  effectsOf: (stored: StoredReport) => Effects<Value>,
): Promise<Result<Value>> {
  try {
    return await db.$transaction((transaction) => writeInTransaction(transaction, reportId, context, effectsOf));
  } catch (error) {
    if (error instanceof LostRace) return refused({ code: 'stale' });
    throw error;
  }
}

/** What a command leaves on each of many reports that it moves nowhere. */
type Recording = {
  command: ReportCommand;
  detail: Prisma.InputJsonObject;
  /** Which of the reports have it already: for them nothing is left to record. */
  findRecorded: (transaction: Transaction) => Promise<ReadonlySet<string>>;
};

/** Milliseconds for a transaction on many reports. */
export const patience = { timeout: 30_000, maxWait: 10_000 };

/**
 * The write path of one command on many reports that it moves nowhere: it waits for its turn on all of them, lets the law
 * decide on each as it is stored, and writes one event row each, in one transaction. Gives what became of each, in order.
 */
export function recordOnReports(
  reportIds: readonly string[],
  { actor, now, address }: AskContext,
  { command, detail, findRecorded }: Recording,
): Promise<Result<void>[]> {
  return db.$transaction(async (transaction) => {
    await waitForTurn(transaction, reportIds);
    const stored = new Map((await findStoredReports(transaction, reportIds)).map((report) => [report.id, report]));
    const recorded = await findRecorded(transaction);
    const events: Prisma.EventCreateManyInput[] = [];
    const results = reportIds.map((reportId): Result<void> => {
      const report = stored.get(reportId);
      if (!report || !isWithinReach(actor, report.state)) return refused({ code: 'not-found' });
      const decision = decide(report.state, command, actor, now);
      if (!decision.ok) return decision;
      const { name, from, to } = decision.value;
      if (from !== to) throw new Error(`${name} moves a report`);
      if (!recorded.has(reportId))
        events.push({ name, reportId, accountId: actor.accountId, address, detail: { from, to, ...detail } });
      return accepted(undefined);
    });
    await transaction.event.createMany({ data: events });
    return results;
  }, patience);
}
