import 'server-only';
import { nextCode } from '@/lib/domain/agencies/register';
import type { DraftReading } from '@/lib/imports/plan/draft-reading';
import { storeGroup } from '@/lib/plans/tasks/groups/mutations';
import { holdRegister } from '@/lib/server/database/agency-sql';
import type { Transaction } from '@/lib/server/database/db';
import { type EventAuthor, recordEvent } from '@/lib/server/database/events';

/** Enters the names that are to be new agencies, each once, at the end of the register; gives the ids of all new ones. */
async function enterNew(
  transaction: Transaction,
  names: readonly string[],
  by: EventAuthor,
): Promise<Map<string, string>> {
  await holdRegister(transaction);
  const known = await transaction.agency.findMany({ select: { id: true, name: true, code: true, position: true } });
  const ids = new Map(known.filter(({ name }) => names.includes(name)).map(({ id, name }) => [name, id]));
  const codes = known.map(({ code }) => code);
  let position = Math.max(0, ...known.map((agency) => agency.position));
  for (const name of names.filter((each) => !ids.has(each))) {
    position += 1;
    const code = nextCode(codes);
    codes.push(code);
    const { id } = await transaction.agency.create({ data: { code, name, position }, select: { id: true } });
    ids.set(name, id);
    const detail = { agencyIds: [id], agencyCode: code, after: { name, position } };
    await recordEvent(transaction, { name: 'agency-added', ...by, detail });
  }
  return ids;
}

/** Keeps the chosen members of a group for the next file that names it. */
async function keepGroup(
  transaction: Transaction,
  name: string,
  ids: readonly string[],
  by: EventAuthor,
): Promise<void> {
  const members = await transaction.agency.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true },
  });
  await storeGroup(transaction, { name, members }, by);
}

/**
 * Enters the new agencies among some names of a file in the register and keeps the members of the groups among them; gives
 * the agencies for which each of the names stands.
 */
export async function settleUnits(
  transaction: Transaction,
  units: DraftReading['units'],
  by: EventAuthor,
): Promise<Map<string, readonly string[]>> {
  const names = units.filter(({ meaning }) => meaning.kind === 'new').map(({ name }) => name);
  const entered = names.length > 0 ? await enterNew(transaction, names, by) : new Map<string, string>();
  const settled = new Map<string, readonly string[]>();
  for (const { name, isGroup, meaning } of units) {
    if (meaning.kind === 'new') settled.set(name, [entered.get(name) as string]);
    if (meaning.kind !== 'agencies') continue;
    settled.set(name, meaning.ids);
    if (isGroup && meaning.by === 'choice' && meaning.ids.length > 0)
      await keepGroup(transaction, name, meaning.ids, by);
  }
  return settled;
}
