import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { covers, scopeOf, supports } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { ReportCommand } from '@/lib/domain/report';
import { decide } from '@/lib/domain/report-lifecycle';
import { db, type Transaction } from './db';
import type { Prisma } from './generated/client';
import { findStoredReport, type StoredReport, waitForTurn } from './stored-report';

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
  if (version === null) await waitForTurn(transaction, reportId);
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
