import 'server-only';
import type { DivisionScope } from '@/lib/domain/authorization';
import { officeRoles } from '@/lib/domain/offices/offices';
import { db, type Transaction } from '@/lib/server/database/db';

/** The open accounts that may belong to an office. */
export async function listDivision(within: Transaction | typeof db = db) {
  const accounts = await within.account.findMany({
    where: { closedAt: null, roles: { hasSome: [...officeRoles] } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: { id: true, displayName: true, userName: true, roles: true, allOffices: true },
  });
  return accounts.map(({ id, ...account }) => ({ accountId: id, ...account }));
}

export type DivisionAccount = Awaited<ReturnType<typeof listDivision>>[number];

/** Lists the ids of every office. */
export async function listOfficeIds(within: Transaction | typeof db = db): Promise<string[]> {
  return (await within.office.findMany({ select: { id: true } })).map(({ id }) => id);
}

const select = {
  id: true,
  code: true,
  name: true,
  members: { select: { accountId: true } },
  _count: { select: { plans: true } },
} as const;

/** Lists the offices of a scope, the oldest first, each with its plans' number and its members. */
export async function listOffices(scope: DivisionScope) {
  const where = scope.kind === 'all' ? {} : { id: { in: [...scope.officeIds] } };
  const offices = await db.office.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select });
  return offices.map(({ members, _count, ...office }) => ({
    ...office,
    memberIds: members.map(({ accountId }) => accountId),
    plans: _count.plans,
  }));
}

export type ListedOffice = Awaited<ReturnType<typeof listOffices>>[number];
