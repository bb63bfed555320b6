import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { covers, scopeOf, supports, withoutDeputy } from '@/lib/domain/authorization';
import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';
import { isWithDivision, type ReportCommand } from '@/lib/domain/report/report';
import { decide } from '@/lib/domain/report/report-lifecycle';
import type { Prisma } from '@/lib/server/generated/client';
import { db, type Transaction } from './db';
import { takeInTasks } from './report-entries';
import { inTurn } from './report-turns';
import { findStoredReport, findStoredReports, type StoredReport, waitForTurn } from './stored-report';

/** The actor, the time by the portal's clock, and the address of a request. */
export type AskContext = { actor: Actor; now: Date; address: string };

/**
 * With the version of the report that the actor has seen. Null for commands that neither depend on it nor make other
 * views outdated, such as saving a field: they wait for running writes and leave the version unchanged.
 */
export type WriteContext = AskContext & { version: number | null };

/** The effects of a command beside the change of status. */
type Effects<Value> = {
  command: ReportCommand;
  /** The content version that was read, for a command that refers to the text. */
  content?: number;
  /** Columns of the report to change with it. */
  report?: Prisma.ReportUncheckedUpdateManyInput;
  /** Rows that the command writes in the same transaction, after the report's own row was updated. */
  write?: (transaction: Transaction) => Promise<Value>;
  /** The detail of the event row. */
  detail?: Prisma.InputJsonObject;
  /** The answer where the command is granted but nothing needs to be written. */
  nothingToWrite?: { answer: Value };
};

/** Timeouts in milliseconds for a transaction on many reports. */
export const reportsTransaction = { timeout: 30_000, maxWait: 10_000 };

/**
 * Thrown by an effect that finds the basis of its decision changed after it has written; the transaction is rolled
 * back.
 */
export class LostRace extends Error {}

const isWithinScope = (actor: Actor, { state }: StoredReport) =>
  covers(scopeOf(actor), state) || supports(actor, state.support);

/** Says whether the stored report is still at the versions on which the command depends. */
function isUpToDate(stored: StoredReport, version: number | null, content: number | undefined): boolean {
  return (version ?? stored.version) === stored.version && (content ?? stored.contentVersion) === stored.contentVersion;
}

/** The approver for whom a deputy gives a command that the deputy could not give alone; for the event's detail. */
function actedFor({ state }: StoredReport, command: ReportCommand, actor: Actor, now: Date): Prisma.InputJsonObject {
  if (!actor.deputyOf || decide(state, command, withoutDeputy(actor), now).ok) return {};
  return { deputyOf: { ...actor.deputyOf } };
}

async function writeInTransaction<Value>(
  transaction: Transaction,
  reportId: string,
  { actor, now, address, version }: WriteContext,
  effectsOf: (stored: StoredReport) => Effects<Value>,
): Promise<Result<Value>> {
  if (version === null) await waitForTurn(transaction, [reportId]);
  const stored = await findStoredReport(transaction, reportId);
  if (!stored || !isWithinScope(actor, stored)) return refused({ code: 'not-found' });
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
  if (isWithDivision(from) && !isWithDivision(to)) await takeInTasks(transaction, [reportId]);
  const value = (await effects.write?.(transaction)) as Value;
  const detail = { from, to, ...effects.detail, ...actedFor(stored, effects.command, actor, now) };
  await transaction.event.create({
    data: { name, reportId, accountId: actor.accountId, address, detail },
    select: { id: true },
  });
  return accepted(value);
}

/**
 * The write path of every command on a report: loads the stored row, lets the domain rules decide, updates it only if
 * nobody else has changed it meanwhile, and writes the command's effects and one event row, all in one transaction.
 * `effectsOf` gets the stored report only, never a status, an agency or a time from the request.
 */
export async function writeReport<Value = void>(
  reportId: string,
  context: WriteContext,
  effectsOf: (stored: StoredReport) => Effects<Value>,
): Promise<Result<Value>> {
  try {
    const write = () => db.$transaction((transaction) => writeInTransaction(transaction, reportId, context, effectsOf));
    return await (context.version === null ? inTurn(reportId, write) : write());
  } catch (error) {
    if (error instanceof LostRace) return refused({ code: 'stale' });
    throw error;
  }
}

/** A refusal inside a transaction on many reports, which undoes what was written on the others. */
class RefusedForOne extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly stored: StoredReport | null,
  ) {
    super(refusal.code);
  }
}

/** Names the report that was refused, where there are others. */
function refusedForOne({ refusal, stored }: RefusedForOne, ofMany: boolean): Result<void> {
  if (!ofMany || !stored) return refused(refusal);
  return refused({ code: 'refused-for-one', agency: stored.agency.name, periodCode: stored.period.code, refusal });
}

/**
 * The write path of one command on many reports, each at the version that the actor has seen: all of them or none. They
 * are written in the order of their ids, so that two such writes wait for each other and never both.
 */
export async function writeReports<Item extends { reportId: string; version: number }>(
  items: readonly Item[],
  context: AskContext,
  effectsOf: (stored: StoredReport, item: Item) => Effects<void>,
): Promise<Result<void>> {
  const inOrder = [...items].sort((a, b) => (a.reportId < b.reportId ? -1 : 1));
  let current: StoredReport | null = null;
  try {
    await db.$transaction(async (transaction) => {
      for (const item of inOrder) {
        current = null;
        const result = await writeInTransaction(
          transaction,
          item.reportId,
          { ...context, version: item.version },
          (stored) => {
            current = stored;
            return effectsOf(stored, item);
          },
        );
        if (!result.ok) throw new RefusedForOne(result.refusal, current);
      }
    }, reportsTransaction);
    return accepted(undefined);
  } catch (error) {
    const isLost = error instanceof LostRace;
    if (!isLost && !(error instanceof RefusedForOne)) throw error;
    const one = isLost ? new RefusedForOne({ code: 'stale' }, current) : error;
    return refusedForOne(one, items.length > 1);
  }
}

/** A command that is recorded on many reports without changing their status. */
type Recording = {
  command: ReportCommand;
  detail: Prisma.InputJsonObject;
  /** Columns of each report to change with it. */
  report?: Prisma.ReportUncheckedUpdateManyInput;
  /** Finds the reports on which it is recorded already, where nothing is left to record. */
  findRecorded: (transaction: Transaction) => Promise<ReadonlySet<string>>;
};

/**
 * The write path of one command on many reports that changes no status: it waits for running writes on all of them,
 * lets the domain rules decide on each stored report, and writes one event row each, in one transaction. Gives the
 * results in order.
 */
export function recordOnReports(
  reportIds: readonly string[],
  { actor, now, address }: AskContext,
  { command, detail, report: columns, findRecorded }: Recording,
): Promise<Result<void>[]> {
  return db.$transaction(async (transaction) => {
    await waitForTurn(transaction, reportIds);
    const stored = new Map((await findStoredReports(transaction, reportIds)).map((report) => [report.id, report]));
    const recorded = await findRecorded(transaction);
    const events: Prisma.EventCreateManyInput[] = [];
    const results = reportIds.map((reportId): Result<void> => {
      const report = stored.get(reportId);
      if (!report || !isWithinScope(actor, report)) return refused({ code: 'not-found' });
      const decision = decide(report.state, command, actor, now);
      if (!decision.ok) return decision;
      if (recorded.has(reportId)) return accepted(undefined);
      const { name, from, to } = decision.value;
      if (from !== to) throw new Error(`${name} moves a report`);
      events.push({ name, reportId, accountId: actor.accountId, address, detail: { from, to, ...detail } });
      return accepted(undefined);
    });
    if (columns) {
      const changed = events.flatMap(({ reportId }) => reportId ?? []);
      await transaction.report.updateMany({ where: { id: { in: changed } }, data: columns });
    }
    await transaction.event.createMany({ data: events });
    return results;
  }, reportsTransaction);
}
