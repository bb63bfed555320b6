import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import { decideImport, mayImport } from '@/lib/domain/plan/plan-import-rights';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { numberedRows } from '@/lib/imports/plan/draft';
import { standsAt } from '@/lib/imports/plan/draft-state';
import { readBlocks } from '@/lib/imports/plan/read-plan';
import { readSource } from '@/lib/imports/plan/source-of-file';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import type { AskContext } from '@/lib/server/database/write-path';
import { findImport, readImport, type StoredImport } from './data';

export type NewImport = { officeId: string; planCode: string; name: string; file: Buffer };

/** A plan of the office that the file is to change; null where it makes a new one. */
async function targetPlan(officeId: string, code: string): Promise<string | null> {
  if (code === '') return null;
  const plan = await db.plan.findFirst({ where: { code, officeId, status: { not: 'closed' } }, select: { id: true } });
  return plan?.id ?? null;
}

/**
 * Keeps a file as a draft for the coordinators of an office. A file in which nothing can be mended (another kind, damaged,
 * without a table and without tasks) is refused as `plan-file-unreadable`, and nothing of it is kept.
 */
export async function beginImport(
  { officeId, planCode, name, file }: NewImport,
  { actor, now, address }: AskContext,
): Promise<Result<{ id: string }>> {
  if (!mayImport(actor, officeId)) return refused({ code: 'not-found' });
  const planId = await targetPlan(officeId, planCode);
  if (planCode !== '' && planId === null) return refused({ code: 'not-found' });
  const source = await readSource(name, file);
  const problems = source.ok ? readBlocks(source.blocks, null).problems : source.problems;
  const fatal = source.ok ? problems.find(({ code }) => code === 'tasks-missing') : problems[0];
  if (!source.ok || fatal) {
    const { code = 'file-damaged', values = {} } = fatal ?? {};
    return refused({ code: 'plan-file-unreadable', problem: code, values });
  }
  return db.$transaction(async (transaction) => {
    const { id } = await transaction.planImport.create({
      data: {
        officeId,
        planId,
        madeById: actor.accountId,
        madeAt: now,
        fileName: name.slice(0, 200),
        file: new Uint8Array(file),
        source: numberedRows(source.blocks) as object[],
      },
      select: { id: true },
    });
    const detail = { importId: id, fileName: name.slice(0, 200) };
    await recordEvent(transaction, { name: 'plan-import-begun', accountId: actor.accountId, address, detail });
    return accepted({ id });
  });
}

/** Loads an import and blocks other writers of it until the transaction ends. */
async function lockImport(transaction: Transaction, id: string, actor: Actor): Promise<Result<StoredImport>> {
  await transaction.$queryRaw`SELECT 1 FROM "PlanImport" WHERE id = ${id}::uuid FOR UPDATE`;
  const stored = await findImport(id, transaction);
  if (!stored) return refused({ code: 'not-found' });
  const decision = decideImport(actor, stored);
  return decision.ok ? accepted(stored) : decision;
}

/** Numbers the rows that are added: behind those of the file and the ones that were added before. */
function withRowNumbers({ source, edits: made }: StoredImport, edits: readonly DraftEdit[]): DraftEdit[] {
  const rows = source.reduce((count, block) => count + (block.kind === 'table' ? block.rows.length : 1), 0);
  let last = rows + made.flatMap((act) => act.edits).filter(({ kind }) => kind === 'row-added').length;
  return edits.map((edit) => {
    if (edit.kind !== 'row-added') return edit;
    last += 1;
    return { ...edit, row: last };
  });
}

/**
 * Changes the draft of a file in one act. `was` gives what the actor saw at the place of the change: where somebody else has
 * changed it since, nothing is stored and the refusal has both texts.
 */
export async function editImport(
  { importId, edits, was }: { importId: string; edits: DraftEdit[]; was?: string },
  { actor, now, address }: AskContext,
): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    const locked = await lockImport(transaction, importId, actor);
    if (!locked.ok) return locked;
    const stored = locked.value;
    const [first] = edits;
    if (first && was !== undefined) {
      const { draft, reading } = await readImport(stored, transaction);
      const place = standsAt(draft, reading, first);
      if (place && place.stands !== was)
        return refused({ code: 'import-changed', theirs: place.stands, yours: place.wanted });
    }
    const act = { edits: withRowNumbers(stored, edits), by: actor.displayName, at: now.toISOString() };
    await transaction.planImport.update({
      where: { id: importId },
      data: { edits: [...stored.edits, act] as object[], version: { increment: 1 } },
    });
    const detail = { importId, kinds: [...new Set(edits.map(({ kind }) => kind))] };
    await recordEvent(transaction, { name: 'plan-import-changed', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}

/** Takes back the last change of a file, if it is still the one that the actor has seen. */
export async function undoEdit(
  { importId, acts }: { importId: string; acts: number },
  { actor, address }: AskContext,
): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    const locked = await lockImport(transaction, importId, actor);
    if (!locked.ok) return locked;
    const { edits } = locked.value;
    if (edits.length !== acts) return refused({ code: 'stale' });
    await transaction.planImport.update({
      where: { id: importId },
      data: { edits: edits.slice(0, -1) as object[], version: { increment: 1 } },
    });
    const detail = { importId, kinds: ['undo'] };
    await recordEvent(transaction, { name: 'plan-import-changed', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}

/** Gives up a file; its row stays for the record, without its bytes. */
export async function discardImport(
  { importId }: { importId: string },
  { actor, address }: AskContext,
): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    const locked = await lockImport(transaction, importId, actor);
    if (!locked.ok) return locked;
    await transaction.planImport.update({
      where: { id: importId },
      data: { status: 'discarded', file: new Uint8Array(), version: { increment: 1 } },
    });
    const detail = { importId, fileName: locked.value.fileName };
    await recordEvent(transaction, { name: 'plan-import-discarded', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}

/** Chooses the agency of the register, by its name, that a name of a file stands for. */
export async function chooseAgency(
  { importId, unit, agency }: { importId: string; unit: string; agency: string },
  context: AskContext,
): Promise<Result<void>> {
  const found = await db.agency.findFirst({ where: { name: agency, abolishedOn: null }, select: { id: true } });
  if (!found) return refused({ code: 'import-agency-unknown', name: agency });
  return editImport({ importId, edits: [{ kind: 'unit', name: unit, as: { agencyId: found.id } }] }, context);
}

/** Chooses the members of a group, which the group keeps for the next file once this one is stored. */
export async function chooseMembers(
  { importId, unit, members }: { importId: string; unit: string; members: string[] },
  context: AskContext,
): Promise<Result<void>> {
  const known = await db.agency.findMany({
    where: { id: { in: members } },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const chosen = known.map(({ id }) => id);
  return editImport({ importId, edits: [{ kind: 'unit', name: unit, as: { members: chosen } }] }, context);
}

/** Makes new agencies of every name that the register does not know and for which it has no proposal. */
export async function makeRestNew({ importId }: { importId: string }, context: AskContext): Promise<Result<void>> {
  const stored = await findImport(importId);
  if (!stored || !mayImport(context.actor, stored.officeId)) return refused({ code: 'not-found' });
  const { reading } = await readImport(stored);
  const edits = reading.units.flatMap(({ name, isGroup, meaning }): DraftEdit[] =>
    !isGroup && meaning.kind === 'open' && meaning.proposals.length === 0
      ? [{ kind: 'unit', name, as: { isNew: true } }]
      : [],
  );
  if (edits.length === 0) return refused({ code: 'nothing-chosen' });
  return editImport({ importId, edits }, context);
}
