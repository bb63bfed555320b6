import 'server-only';
import { randomUUID } from 'node:crypto';
import type { RegisterRow } from '@/lib/agencies/data';
import { mayAddAgencies, mayChangeAgency, mayEndAgency } from '@/lib/domain/agencies/register';
import {
  compareRegister,
  differencesOf,
  isChanged,
  type ReadRow,
  type RegisterPreview,
} from '@/lib/domain/agencies/register-file';
import type { FileProblem } from '@/lib/domain/agencies/register-rows';
import type { Actor } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { readRegisterFile } from '@/lib/imports/register/read-register';
import { listAgencyOffices } from '@/lib/register/agency/data';
import { writeRegister } from '@/lib/register/mutations';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import type { AskContext } from '@/lib/server/database/write-path';
import { sm3 } from '@/lib/server/files/digest';

/** Problems that a page shows; a file with more is wrong in its shape. */
const shownProblems = 200;

const noTable: FileProblem = { code: 'no-table', place: null, values: {} };

async function compare(file: File, register: RegisterRow[], actor: Actor, transaction: Transaction) {
  const fileRows = await readRegisterFile(file);
  const offices = await listAgencyOffices({}, transaction);
  const mayChange = (id: string, isMoved: boolean) => {
    const its = offices.get(id) ?? [];
    return isMoved ? mayEndAgency(actor, its) : mayChangeAgency(actor, its);
  };
  const { rows, problems } = fileRows
    ? compareRegister(fileRows, register, mayChange)
    : { rows: [], problems: [noTable] };
  const differences = differencesOf(rows, register);
  const preview: RegisterPreview = {
    ...differences,
    problems: problems.slice(0, shownProblems),
    digest: sm3(JSON.stringify(differences)),
    isStored: false,
  };
  return { rows, preview };
}

/** Stores parents before those below them, because a row names its parent by an id. */
async function storeRows(transaction: Transaction, rows: readonly ReadRow[]) {
  const added = rows.filter(({ known }) => !known);
  const ids = new Map(added.map(({ id }) => [id, randomUUID()]));
  const idOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? id));
  await transaction.agency.createMany({
    data: added.map(({ id, code, facts }) => ({ ...facts, id: idOf(id) as string, code, parentId: null })),
  });
  for (const { id, facts } of added.filter((row) => row.facts.parentId !== null))
    await transaction.agency.update({ where: { id: idOf(id) as string }, data: { parentId: idOf(facts.parentId) } });
  const changed = rows.filter(isChanged);
  for (const { id, facts } of changed)
    await transaction.agency.update({
      where: { id },
      data: { ...facts, parentId: idOf(facts.parentId), version: { increment: 1 } },
    });
  return { added: [...ids.values()], changed: changed.map(({ id }) => id) };
}

/**
 * Compares a file with the register, and stores it where its differences are those that the digest names: everything of it, or
 * nothing. A file that changes nothing is not recorded. Refuses everybody but coordinators, a file with a problem, and one whose
 * differences are others than those that were read.
 */
export function importRegister(
  { file, confirmed }: { file: File; confirmed: string },
  { actor, address }: AskContext,
): Promise<Result<RegisterPreview>> {
  return writeRegister(async (transaction, register) => {
    if (!mayAddAgencies(actor)) return refused({ code: 'forbidden' });
    const { rows, preview } = await compare(file, register, actor, transaction);
    if (confirmed === '') return accepted(preview);
    if (preview.problems.length > 0) return refused({ code: 'register-file-wrong', count: preview.problems.length });
    if (confirmed !== preview.digest) return refused({ code: 'register-changed' });
    const { added, changed } = await storeRows(transaction, rows);
    if (added.length + changed.length > 0) {
      const detail = { agencyIds: [...added, ...changed], added, differences: preview.changed };
      await recordEvent(transaction, { name: 'agencies-imported', accountId: actor.accountId, address, detail });
    }
    return accepted({ ...preview, isStored: true });
  });
}
