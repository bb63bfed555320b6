import 'server-only';
import { z } from 'zod';
import { listAgencyIds } from '@/lib/agencies/data';
import { deputiesOn } from '@/lib/domain/accounts/deputies';
import { type AgencyRole, agencyRoles, type DivisionScope, type ReportScope } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { civilDateColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { agenciesWithin } from '@/lib/server/database/office-sql';

export type OfficerRow = {
  accountId: string;
  userName: string;
  displayName: string;
  roles: AgencyRole[];
  /** By the real clock. */
  since: Date;
  lastSignInAt: Date | null;
};

/** The agency of an officer's scope; for the division, the one that it names. */
function agencyIn(scope: ReportScope | null, named: string | undefined): string | null {
  return scope?.kind === 'agency' ? scope.agencyId : scope === null ? null : (named ?? null);
}

/** Lists the open accounts of the agency, in the order of their creation; the division names an agency. */
export async function listOfficers(scope: ReportScope | null, named?: string): Promise<OfficerRow[]> {
  const agencyId = agencyIn(scope, named);
  if (!agencyId) return [];
  const accounts = await db.account.findMany({
    where: { agencyId, closedAt: null },
    orderBy: [{ createdAt: 'asc' }, { userName: 'asc' }],
    select: {
      id: true,
      userName: true,
      displayName: true,
      roles: true,
      createdAt: true,
      sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
    },
  });
  return accounts.map(({ id, roles, createdAt, sessions, ...names }) => ({
    ...names,
    accountId: id,
    roles: roles as AgencyRole[],
    since: createdAt,
    lastSignInAt: sessions[0]?.createdAt ?? null,
  }));
}

const officerEvents = [
  'account-created',
  'account-closed',
  'account-moved',
  'role-handed-over',
  'role-given',
  'role-taken',
  'sign-off-set',
  'deputy-named',
  'deputy-ended',
] as const;
const officerEventName = z.enum(officerEvents);
type OfficerEventName = z.output<typeof officerEventName>;

const namedSchema = z.object({ userName: z.string(), displayName: z.string() });

/** The detail of a change among the officers; each kind of change has its own part of it. */
const officerDetail = z.object({
  role: z.enum(agencyRoles).optional(),
  from: namedSchema.optional(),
  to: namedSchema.optional(),
  officer: namedSchema.optional(),
  signOffRequired: z.boolean().optional(),
  approver: namedSchema.optional(),
  deputy: namedSchema.optional(),
  fromOn: civilDateColumn.optional(),
  untilOn: civilDateColumn.optional(),
  /** The agency, now no more, to which a moved account belonged. */
  fromAgency: z.string().optional(),
  /** Given by a coordinator. */
  reason: z.string().optional(),
});

export type OfficerEvent = {
  id: string;
  /** By the portal's clock. */
  at: Date;
  name: OfficerEventName;
  /** '' for the operator of the portal. */
  by: string;
  detail: z.output<typeof officerDetail>;
};

/** Lists the latest hundred changes among the agency's officers, the latest first. */
export async function listOfficerEvents(scope: ReportScope | null, named?: string): Promise<OfficerEvent[]> {
  const agencyId = agencyIn(scope, named);
  if (!agencyId) return [];
  const events = await db.event.findMany({
    where: { name: { in: [...officerEvents] }, detail: { path: ['agencyId'], equals: agencyId } },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, at: true, name: true, detail: true, account: { select: { displayName: true } } },
  });
  return events.map(({ id, name, account, detail, at }) => ({
    id: String(id),
    at,
    name: officerEventName.parse(name),
    by: account?.displayName ?? '',
    detail: officerDetail.parse(detail),
  }));
}

const deputySelect = {
  id: true,
  approverId: true,
  deputyId: true,
  fromOn: true,
  untilOn: true,
  approver: { select: { displayName: true, userName: true } },
  deputy: { select: { displayName: true, userName: true } },
} as const;

/**
 * Lists the deputations of an agency that are not over on a day, the earliest first. One of an account that has left, or
 * of an approver who is none any more, has no effect and is left out.
 */
export async function listDeputies(agencyId: string, from: CivilDate, within: Transaction | typeof db = db) {
  const rows = await within.approverDeputy.findMany({
    where: {
      untilOn: { gte: storedDateOf(from) },
      approver: { agencyId, closedAt: null, roles: { has: 'approver' } },
      deputy: { agencyId, closedAt: null },
    },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
    select: deputySelect,
  });
  return rows.map(({ fromOn, untilOn, ...row }) => ({
    ...row,
    fromOn: civilDateFromStored(fromOn),
    untilOn: civilDateFromStored(untilOn),
  }));
}

/**
 * Gives everybody who has an approver's rights in an agency on a day of the portal's calendar: its approvers, and their
 * deputies on that day. For messages and for the names of those for whom a report waits.
 */
export async function approversOf(
  agencyId: string,
  day: CivilDate,
): Promise<{ accountId: string; displayName: string; isDeputy: boolean }[]> {
  const [approvers, deputies] = await Promise.all([
    db.account.findMany({
      where: { agencyId, closedAt: null, roles: { has: 'approver' } },
      orderBy: [{ createdAt: 'asc' }, { userName: 'asc' }],
      select: { id: true, displayName: true },
    }),
    listDeputies(agencyId, day),
  ]);
  const own = approvers.map(({ id, displayName }) => ({ accountId: id, displayName, isDeputy: false }));
  const inTheirPlace = deputiesOn(deputies, day).map(({ deputyId, deputy }) => ({
    accountId: deputyId,
    displayName: deputy.displayName,
    isDeputy: true,
  }));
  return [...own, ...inTheirPlace.filter(({ accountId }) => !own.some((each) => each.accountId === accountId))];
}

/** One page of the agencies in the order of the annex, each with the names of its officers, for the division. */
export async function listAgencyOfficers(
  scope: DivisionScope,
  { search, page, size }: { search: string; page: number; size: number },
) {
  const where = { ...agenciesWithin(scope), ...(search && { id: { in: await listAgencyIds(search) } }) };
  const [total, rows] = await Promise.all([
    db.agency.count({ where }),
    db.agency.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * size,
      take: size,
      select: {
        code: true,
        name: true,
        signOffRequired: true,
        accounts: {
          where: { closedAt: null },
          orderBy: [{ createdAt: 'asc' }, { userName: 'asc' }],
          select: { displayName: true, roles: true },
        },
      },
    }),
  ]);
  const agencies = rows.map(({ accounts, ...agency }) => {
    const namesOf = (role: AgencyRole) =>
      accounts.filter(({ roles }) => roles.includes(role)).map(({ displayName }) => displayName);
    return { ...agency, reporters: namesOf('reporter'), approvers: namesOf('approver') };
  });
  return { total, agencies };
}

export type AgencyOfficers = Awaited<ReturnType<typeof listAgencyOfficers>>['agencies'][number];

const agencySelect = { id: true, code: true, name: true, signOffRequired: true } as const;

/** The agency of a code, for the pages about its officers; null where there is none. */
export function findAgency(scope: DivisionScope, code: string) {
  return db.agency.findFirst({ where: { ...agenciesWithin(scope), code }, select: agencySelect });
}

/** The same by its id. */
export function findAgencyOfId(id: string) {
  return db.agency.findUnique({ where: { id }, select: agencySelect });
}
