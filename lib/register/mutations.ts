import 'server-only';
import { listRegister, type RegisterRow } from '@/lib/agencies/data';
import {
  type AgencyFacts,
  differingFacts,
  mayAddAgencies,
  mayChangeAgency,
  mayEndAgency,
  nextCode,
  refuseEntry,
} from '@/lib/domain/agencies/register';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { listOfficesOf } from '@/lib/register/agency/data';
import type { AgencyRow } from '@/lib/schemas/agencies';
import { holdRegister } from '@/lib/server/database/agency-sql';
import { allOrNothing } from '@/lib/server/database/all-or-nothing';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import type { AskContext } from '@/lib/server/database/write-path';

/** A file of the register, or an agency with tasks in many plans, on a machine that may be doing other work. */
const registerTransaction = { timeout: 60_000, maxWait: 10_000 };

/**
 * Writes the register, which is read whole before: of two writes at once the second sees the result of the first. A refusal
 * undoes everything.
 */
export function writeRegister<Value>(
  write: (transaction: Transaction, register: RegisterRow[]) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return allOrNothing(async (transaction) => {
    await holdRegister(transaction);
    return write(transaction, await listRegister(transaction));
  }, registerTransaction);
}

/** Gives the agency that an act names as it is stored, or the reason why the act cannot be done on it. */
export async function agencyToChange(
  transaction: Transaction,
  register: readonly RegisterRow[],
  { agencyId, version }: { agencyId: string; version: number },
  { actor }: AskContext,
): Promise<Result<RegisterRow>> {
  const agency = register.find(({ id }) => id === agencyId);
  if (!agency) return refused({ code: 'not-found' });
  if (!mayChangeAgency(actor, await listOfficesOf(agencyId, false, transaction))) return refused({ code: 'forbidden' });
  if (agency.successors !== null) return refused({ code: 'agency-abolished', agency: agency.name });
  return agency.version === version ? accepted(agency) : refused({ code: 'stale' });
}

/** Gives the entry of a new agency with the code and the place that the form left to the portal. */
function newEntry(row: AgencyRow, register: readonly Pick<RegisterRow, 'code' | 'position'>[]) {
  const { code, position, ...facts } = row;
  return {
    ...facts,
    code: code || nextCode(register.map((agency) => agency.code)),
    position: position ?? Math.max(0, ...register.map((agency) => agency.position)) + 1,
  };
}

/** Adds an agency. Refuses everybody but coordinators, and an entry that means another agency. */
export function addAgency(row: AgencyRow, { actor, address }: AskContext): Promise<Result<{ code: string }>> {
  return writeRegister(async (transaction, register) => {
    if (!mayAddAgencies(actor)) return refused({ code: 'forbidden' });
    const entry = newEntry(row, register);
    const holder = register.find(({ code }) => code === entry.code);
    if (holder) return refused({ code: 'agency-code-taken', agency: holder.name });
    const refusal = refuseEntry(null, entry, register);
    if (refusal) return refused(refusal);
    const { id } = await transaction.agency.create({ data: entry, select: { id: true } });
    const { code, ...after } = entry;
    const detail = { agencyIds: [id], agencyCode: code, after };
    await recordEvent(transaction, { name: 'agency-added', accountId: actor.accountId, address, detail });
    return accepted({ code });
  });
}

/**
 * Changes an agency's entry beside its name; nothing is recorded where nothing differs. Another parent is for coordinators of
 * the offices of all its plans.
 */
export function changeAgency(
  { agencyId, version, ...facts }: { agencyId: string; version: number } & Omit<AgencyFacts, 'name'>,
  context: AskContext,
): Promise<Result<void>> {
  return writeRegister(async (transaction, register) => {
    const found = await agencyToChange(transaction, register, { agencyId, version }, context);
    if (!found.ok) return found;
    const agency = found.value;
    const entry = { ...facts, name: agency.name };
    const refusal = refuseEntry(agencyId, entry, register);
    if (refusal) return refused(refusal);
    // An agency above reads everything that was filed, for the plans of every office.
    const isMoved = facts.parentId !== agency.parentId;
    if (isMoved && !mayEndAgency(context.actor, await listOfficesOf(agencyId, false, transaction)))
      return refused({ code: 'forbidden' });
    const { keys, before, after } = differingFacts(agency, entry);
    if (keys.length === 0) return accepted(undefined);
    await transaction.agency.update({ where: { id: agencyId }, data: { ...facts, version: version + 1 } });
    const { accountId } = context.actor;
    const detail = { agencyIds: [agencyId], agencyCode: agency.code, before, after };
    await recordEvent(transaction, { name: 'agency-changed', accountId, address: context.address, detail });
    return accepted(undefined);
  });
}
