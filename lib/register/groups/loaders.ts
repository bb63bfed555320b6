import 'server-only';
import { listRegister } from '@/lib/agencies/data';
import { mayAddAgencies } from '@/lib/domain/agencies/register';
import { requireDivision } from '@/lib/server/session/gates';
import { listGroups } from './data';

/** Loads the groups with their members, and the agencies that can be members. */
export async function loadGroups() {
  const { actor } = await requireDivision();
  const [groups, register] = await Promise.all([listGroups(), listRegister()]);
  const agencies = register
    .filter(({ successors }) => successors === null)
    .map(({ id, code, name }) => ({ id, code, name }));
  return { groups, agencies, mayChange: mayAddAgencies(actor) };
}
