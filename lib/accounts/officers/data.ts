import 'server-only';
import { z } from 'zod';
import { type AgencyRole, agencyRoles, type ReportScope } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';

export type OfficerRow = {
  accountId: string;
  userName: string;
  displayName: string;
  roles: AgencyRole[];
  /** By the real clock. */
  since: Date;
  lastSignInAt: Date | null;
};

/** Lists the open accounts of the agency, in the order of their creation. */
export async function listOfficers(scope: ReportScope | null): Promise<OfficerRow[]> {
  if (scope?.kind !== 'agency') return [];
  const accounts = await db.account.findMany({
    where: { agencyId: scope.agencyId, closedAt: null },
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

/** Says whether the agency's reports need its own approver before they are filed. */
export async function getSignOffRequired(scope: ReportScope | null): Promise<boolean> {
  if (scope?.kind !== 'agency') return false;
  const agency = await db.agency.findUniqueOrThrow({
    where: { id: scope.agencyId },
    select: { signOffRequired: true },
  });
  return agency.signOffRequired;
}

const officerEvents = [
  'account-created',
  'account-closed',
  'role-handed-over',
  'role-given',
  'role-taken',
  'sign-off-set',
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
export async function listOfficerEvents(scope: ReportScope | null): Promise<OfficerEvent[]> {
  if (scope?.kind !== 'agency') return [];
  const events = await db.event.findMany({
    where: { name: { in: [...officerEvents] }, detail: { path: ['agencyId'], equals: scope.agencyId } },
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
