import 'server-only';
import type { Transaction } from '@/lib/server/database/db';
import { type EventAuthor, recordEvent } from '@/lib/server/database/events';

type Group = { name: string; members: readonly { id: string; code: string }[] };

/** Stores for which agencies the name of a group stands, and records it; whoever calls it has decided that they may. */
export async function storeGroup(transaction: Transaction, { name, members }: Group, by: EventAuthor): Promise<void> {
  const { id: groupId } = await transaction.agencyGroup.upsert({
    where: { name },
    create: { name },
    update: {},
    select: { id: true },
  });
  await transaction.agencyGroupMember.deleteMany({ where: { groupId } });
  await transaction.agencyGroupMember.createMany({ data: members.map(({ id: agencyId }) => ({ groupId, agencyId })) });
  const detail = {
    group: name,
    agencyIds: members.map(({ id }) => id),
    agencyCodes: members.map(({ code }) => code),
  };
  await recordEvent(transaction, { name: 'agency-group-set', ...by, detail });
}
