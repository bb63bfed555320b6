import 'server-only';
import { db } from '@/lib/server/database/db';

/** Lists the groups by their names, each with its members in the order of the register. */
export async function listGroups() {
  const groups = await db.agencyGroup.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      members: {
        orderBy: [{ agency: { position: 'asc' } }, { agencyId: 'asc' }],
        select: { agency: { select: { id: true, code: true, name: true, abolishedOn: true } } },
      },
    },
  });
  return groups.map(({ members, ...group }) => ({
    ...group,
    members: members.map(({ agency: { abolishedOn, ...agency } }) => ({
      ...agency,
      isAbolished: abolishedOn !== null,
    })),
  }));
}

export type AgencyGroup = Awaited<ReturnType<typeof listGroups>>[number];
