import 'server-only';
import { mayAddAgencies } from '@/lib/domain/agencies/register';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { storeGroup } from '@/lib/plans/tasks/groups/mutations';
import { writeRegister } from '@/lib/register/mutations';
import { recordEvent } from '@/lib/server/database/events';
import type { AskContext } from '@/lib/server/database/write-path';

/**
 * Sets for which agencies the name of a group stands; a name that is new makes a group. One that stood for nobody gives its
 * agencies to the drafts that name it; later changes of a group hold for the next file. Refuses everybody but coordinators.
 */
export function setGroup(
  { name, agencyIds }: { name: string; agencyIds: readonly string[] },
  { actor, address }: AskContext,
): Promise<Result<void>> {
  return writeRegister(async (transaction, register) => {
    if (!mayAddAgencies(actor)) return refused({ code: 'forbidden' });
    const members = register.filter(({ id, successors }) => successors === null && agencyIds.includes(id));
    if (members.length !== new Set(agencyIds).size) return refused({ code: 'not-found' });
    await storeGroup(transaction, { name, members }, { accountId: actor.accountId, address });
    return accepted(undefined);
  });
}

/** Deletes a group; tasks that name it keep its name and the agencies for which it stood. */
export function deleteGroup({ name }: { name: string }, { actor, address }: AskContext): Promise<Result<void>> {
  return writeRegister(async (transaction) => {
    if (!mayAddAgencies(actor)) return refused({ code: 'forbidden' });
    await transaction.agencyGroupMember.deleteMany({ where: { group: { name } } });
    const { count } = await transaction.agencyGroup.deleteMany({ where: { name } });
    if (count === 0) return refused({ code: 'not-found' });
    const detail = { group: name };
    await recordEvent(transaction, { name: 'agency-group-deleted', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
