import 'server-only';
import { listRegister } from '@/lib/agencies/data';
import { mayAddAgencies } from '@/lib/domain/agencies/register';
import { groupAddressSchema } from '@/lib/schemas/agencies';
import type { SearchParams } from '@/lib/schemas/list-address';
import { requireDivision } from '@/lib/server/session/gates';
import { listGroups } from './data';

/**
 * Loads the groups with their members, and the agencies that can be members; `wanted` is the group that the address names,
 * of which the register may not know yet.
 */
export async function loadGroups(searchParams: SearchParams) {
  const { actor } = await requireDivision();
  const [groups, register] = await Promise.all([listGroups(), listRegister()]);
  const agencies = register
    .filter(({ successors }) => successors === null)
    .map(({ id, code, name }) => ({ id, code, name }));
  const { name: wanted } = groupAddressSchema.parse(searchParams);
  return { groups, agencies, mayChange: mayAddAgencies(actor), wanted };
}
