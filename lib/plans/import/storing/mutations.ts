import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { type HeadField, type ImportTarget, tasksAtOnce } from '@/lib/domain/plan/plan-import';
import { decideImport, mayImport } from '@/lib/domain/plan/plan-import-rights';
import { decidePlan } from '@/lib/domain/plan/plan-lifecycle';
import { isPlanCode } from '@/lib/domain/plan/plan-settings';
import type { TaskDifference } from '@/lib/domain/plan/task-differences';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { DraftReading } from '@/lib/imports/plan/draft-reading';
import { isError } from '@/lib/imports/plan/read-plan';
import { portalNow } from '@/lib/server/clock';
import { findActor } from '@/lib/server/database/account-actor';
import { allOrNothing } from '@/lib/server/database/all-or-nothing';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { isPlanCodeTaken, planTransaction, writePlan } from '@/lib/server/database/plan-write-path';
import { queueJob } from '@/lib/server/database/queue';
import { type AskContext, LostRace } from '@/lib/server/database/write-path';
import { findImport, readImport, type StoredImport } from '../data';
import { storeReading } from './plan/mutations';

/** The parts of a notice without which no plan can be set up. */
const neededFields = ['title', 'issuer', 'issuedOn', 'contactOffice'] as const satisfies readonly HeadField[];

/** Refuses a file that still has errors, or names that nobody has settled. */
export function refuseUnsettled({ problems, units }: DraftReading): Result<void> {
  const errors = problems.filter(isError).length;
  const open = units.filter(({ meaning }) => meaning.kind === 'open').length;
  if (errors + open > 0) return refused({ code: 'import-unfinished', problems: errors, units: open });
  return accepted(undefined);
}

/** The same, and for a new plan a head that lacks a part. */
function refuseUnfinished(reading: DraftReading, target: ImportTarget): Result<void> {
  const settled = refuseUnsettled(reading);
  if (!settled.ok || target.kind === 'draft') return settled;
  const { draftHead, year } = reading;
  const missing: HeadField[] = neededFields.filter((field) => draftHead[field] === '');
  if (draftHead.issuedOn !== '' && parseCivilDate(draftHead.issuedOn) === null) missing.push('issuedOn');
  if (year === null) missing.push('year');
  return missing.length > 0 ? refused({ code: 'import-head-missing', fields: missing }) : accepted(undefined);
}

/** Refuses what is no code of a plan, and the code of another plan. */
async function refuseCode(transaction: Transaction, planCode: string): Promise<Result<void>> {
  const isFree = isPlanCode(planCode) && !(await isPlanCodeTaken(transaction, planCode));
  return isFree ? accepted(undefined) : refused({ code: 'import-plan-taken', planCode });
}

/** Refuses a code that is taken, and a draft that the actor may not change. */
async function targetRefusal(
  transaction: Transaction,
  { kind, planCode }: ImportTarget,
  officeId: string,
  actor: AskContext['actor'],
): Promise<Result<void>> {
  if (kind === 'new') return refuseCode(transaction, planCode);
  const plan = await transaction.plan.findUnique({ where: { code: planCode } });
  if (!plan || plan.officeId !== officeId) return refused({ code: 'not-found' });
  const decision = decidePlan(actor, plan, 'change');
  return decision.ok ? accepted(undefined) : decision;
}

type Storing = ImportTarget & { accountId: string; address: string };

async function begin(
  transaction: Transaction,
  { importId, version, target }: { importId: string; version: number; target: ImportTarget },
  { actor, address }: AskContext,
): Promise<Result<number>> {
  await transaction.$queryRaw`SELECT 1 FROM "PlanImport" WHERE id = ${importId}::uuid FOR UPDATE`;
  const stored = await findImport(importId, transaction);
  if (!stored) return refused({ code: 'not-found' });
  const decision = decideImport(actor, stored);
  if (!decision.ok) return decision;
  if (stored.version !== version) return refused({ code: 'stale' });
  const { reading } = await readImport(stored, transaction);
  const finished = refuseUnfinished(reading, target);
  if (!finished.ok) return finished;
  const fits = await targetRefusal(transaction, target, stored.officeId, actor);
  if (!fits.ok) return fits;
  const total = reading.tasks.length;
  const storing: Storing = { ...target, accountId: actor.accountId, address };
  const data = { status: 'storing', target: storing, done: 0, total, failed: false } as const;
  await transaction.planImport.update({ where: { id: importId }, data });
  if (total > tasksAtOnce)
    await queueJob('store-plan-import', { importId }, { transaction, deadLetter: 'give-up-plan-import' });
  return accepted(total);
}

/**
 * Begins to store a file as a plan or into a draft: the import is closed for changes, and its tasks are stored at once, or
 * by a job where they are many. Refuses a file that is not finished, and one that somebody has changed since.
 */
export async function storeImport(
  asked: { importId: string; version: number; target: ImportTarget },
  context: AskContext,
): Promise<Result<{ planCode: string | null }>> {
  const begun = await db.$transaction((transaction) => begin(transaction, asked, context));
  if (!begun.ok) return begun;
  if (begun.value > tasksAtOnce) return accepted({ planCode: null });
  const finished = await finishImport(asked.importId).catch(async (error: unknown) => {
    await giveUpImport(asked.importId);
    throw error;
  });
  return finished.ok ? accepted({ planCode: asked.target.planCode }) : finished;
}

/** Opens an import again whose tasks could not be stored: nothing of them is. */
export async function giveUpImport(importId: string): Promise<void> {
  const data = { status: 'open', failed: true, done: 0 } as const;
  await db.planImport.updateMany({ where: { id: importId, status: 'storing' }, data });
}

/** Tells whoever looks at the import how many tasks are stored; outside of the transaction that stores them. */
const progressOf = (id: string) => async (done: number) => {
  await db.planImport.updateMany({ where: { id, status: 'storing' }, data: { done } });
};

async function fill(
  transaction: Transaction,
  stored: StoredImport,
  planId: string | null,
  storing: Storing,
): Promise<Result<Awaited<ReturnType<typeof storeReading>>>> {
  const { planCode, accountId, address } = storing;
  const { reading } = await readImport(stored, transaction);
  // The register may have changed since the storing began.
  const finished = refuseUnfinished(reading, storing);
  if (!finished.ok) return finished;
  const by = { accountId, address };
  const target = { officeId: stored.officeId, planCode, planId, by, onProgress: progressOf(stored.id) };
  const filled = await storeReading(transaction, reading, target);
  const done = reading.tasks.length;
  const { count } = await transaction.planImport.updateMany({
    where: { id: stored.id, status: 'storing' },
    data: { status: 'stored', planId: filled.planId, done, total: done, version: { increment: 1 } },
  });
  if (count !== 1) throw new LostRace();
  return accepted(filled);
}

const countsOf = (differences: readonly TaskDifference[]) => {
  const count = (kind: TaskDifference['kind']) => differences.filter((each) => each.kind === kind).length;
  return { added: count('added'), changed: count('changed'), gone: count('gone') };
};

/** Waits for a run of the same import; null where it has been finished or given up. */
async function storingImport(transaction: Transaction, importId: string): Promise<StoredImport | null> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importId}, 1))`;
  const stored = await findImport(importId, transaction);
  return stored?.status === 'storing' ? stored : null;
}

function storeNew(importId: string, storing: Storing): Promise<Result<void>> {
  return allOrNothing(async (transaction) => {
    const stored = await storingImport(transaction, importId);
    if (!stored) return accepted(undefined);
    const { accountId, address, planCode } = storing;
    const free = await refuseCode(transaction, planCode);
    if (!free.ok) return free;
    const filled = await fill(transaction, stored, null, storing);
    if (!filled.ok) return filled;
    const { planId, differences } = filled.value;
    const detail = { planId, planCode, importId, fileName: stored.fileName, tasks: differences.length };
    await recordEvent(transaction, { name: 'plan-imported', accountId, address, detail });
    return accepted(undefined);
  }, planTransaction);
}

async function storeIntoDraft(
  importId: string,
  { planCode, accountId, address }: Storing,
  actor: Actor,
): Promise<Result<void>> {
  const context = { actor, now: await portalNow(), address };
  const storing: Storing = { kind: 'draft', planCode, accountId, address };
  return writePlan(planCode, 'change', context, async (transaction, plan) => {
    const stored = await storingImport(transaction, importId);
    if (!stored) return refused({ code: 'import-not-open' });
    const filled = await fill(transaction, stored, plan.id, storing);
    if (!filled.ok) return filled;
    const detail = { importId, fileName: stored.fileName, tasks: countsOf(filled.value.differences) };
    return accepted({ detail, value: undefined });
  });
}

async function storeFor(importId: string, storing: Storing, officeId: string): Promise<Result<void>> {
  const actor = await findActor({ id: storing.accountId });
  if (!actor || !mayImport(actor, officeId)) return refused({ code: 'forbidden' });
  return storing.kind === 'new' ? storeNew(importId, storing) : storeIntoDraft(importId, storing, actor);
}

/**
 * Stores the tasks of an import that was begun to be stored, with the agencies and groups that it names, in one transaction:
 * all of it or nothing. It may run twice, also at once; the second run finds it done. Refused as `forbidden`, with the import
 * open again, where the account that ordered it was closed since or is no coordinator of the office any more.
 */
export async function finishImport(importId: string): Promise<Result<void>> {
  const { status, target, officeId } = (await findImport(importId)) ?? {};
  if (status !== 'storing' || !target || !officeId) return accepted(undefined);
  const storing = target as Storing;
  const result = await storeFor(importId, storing, officeId);
  if (!result.ok) await giveUpImport(importId);
  return result;
}
