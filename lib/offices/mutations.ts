import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { mayKeepOffices, refuseMembers } from '@/lib/domain/offices/offices';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { listDivision, listOfficeIds } from './data';

/** The account that acts; null for a command of the operator, which has every right. */
type OfficeContext = { actor: Actor | null; address: string };

type Named = { code: string; name: string };

/** Waits for other changes of the offices, so that each is decided on what the one before left. */
export const holdOffices = (transaction: Transaction) =>
  transaction.$executeRaw`LOCK TABLE "Office" IN SHARE ROW EXCLUSIVE MODE`;

async function nameTaken(transaction: Transaction, name: string, exceptId?: string): Promise<boolean> {
  return (await transaction.office.count({ where: { name, id: { not: exceptId } } })) > 0;
}

async function write(
  { actor }: OfficeContext,
  effect: (transaction: Transaction) => Promise<Result<void>>,
): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    await holdOffices(transaction);
    if (actor && !mayKeepOffices(actor, await listOfficeIds(transaction))) return refused({ code: 'forbidden' });
    return effect(transaction);
  });
}

/**
 * Makes an office. Its maker belongs to it, unless his roles hold for all. Refuses `office-exists` for a code or a name
 * that another has. Nobody is notified: it has no plan yet.
 */
export function makeOffice({ code, name }: Named, context: OfficeContext): Promise<Result<void>> {
  const { actor, address } = context;
  return write(context, async (transaction) => {
    const isTaken = (await transaction.office.count({ where: { code } })) > 0;
    if (isTaken || (await nameTaken(transaction, name))) return refused({ code: 'office-exists' });
    const members = actor && actor.offices !== 'all' ? { create: { accountId: actor.accountId } } : undefined;
    const office = await transaction.office.create({ data: { code, name, members }, select: { id: true } });
    const detail = { officeId: office.id, code, name };
    await recordEvent(transaction, { name: 'office-made', accountId: actor?.accountId, address, detail });
    return accepted(undefined);
  });
}

/** Gives an office another name. Refuses `office-exists` for one that another has. */
export function renameOffice(
  { officeId, name }: { officeId: string; name: string },
  context: OfficeContext,
): Promise<Result<void>> {
  const { actor, address } = context;
  return write(context, async (transaction) => {
    const office = await transaction.office.findUnique({ where: { id: officeId }, select: { name: true } });
    if (!office) return refused({ code: 'not-found' });
    if (await nameTaken(transaction, name, officeId)) return refused({ code: 'office-exists' });
    await transaction.office.update({ where: { id: officeId }, data: { name }, select: { id: true } });
    const detail = { officeId, before: office.name, after: name };
    await recordEvent(transaction, { name: 'office-renamed', accountId: actor?.accountId, address, detail });
    return accepted(undefined);
  });
}

/**
 * Says which accounts of the division belong to an office. Those whose roles hold for all offices need not. Nobody is
 * notified: whoever belongs to an office sees its plans from the next page on.
 */
export function setOfficeMembers(
  { officeId, accountIds }: { officeId: string; accountIds: readonly string[] },
  context: OfficeContext,
): Promise<Result<void>> {
  const { actor, address } = context;
  return write(context, async (transaction) => {
    const office = await transaction.office.findUnique({
      where: { id: officeId },
      select: { members: { select: { accountId: true } } },
    });
    if (!office) return refused({ code: 'not-found' });
    const refusal = refuseMembers(accountIds, await listDivision(transaction));
    if (refusal) return refused(refusal);
    const before = office.members.map(({ accountId }) => accountId);
    const after = [...new Set(accountIds)];
    await transaction.officeMember.deleteMany({ where: { officeId } });
    await transaction.officeMember.createMany({ data: after.map((accountId) => ({ officeId, accountId })) });
    const detail = { officeId, before, after };
    await recordEvent(transaction, { name: 'office-members-set', accountId: actor?.accountId, address, detail });
    return accepted(undefined);
  });
}
