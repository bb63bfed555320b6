import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { isDeputyOn, mayNameDeputyOf } from '@/lib/domain/accounts/deputies';
import { type Actor, agencyRoles, hasRole, isDivisions, type ReportScope } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { routes } from '@/lib/routes';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { agencyListSchema } from '@/lib/schemas/officers';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { requireScope } from '@/lib/server/session/session';
import { findAgency, findAgencyOfId, listAgencyOfficers, listDeputies, listOfficerEvents, listOfficers } from './data';

type Agency = NonNullable<Awaited<ReturnType<typeof findAgency>>>;

/** The officers of one agency with their deputies and the changes among them, and what the reader may change. */
async function officersOf(agency: Agency, actor: Actor, scope: ReportScope | null) {
  const today = civilDateOf(await portalNow());
  const [officers, events, deputies] = await Promise.all([
    listOfficers(scope, agency.id),
    listOfficerEvents(scope, agency.id),
    listDeputies(agency.id, today),
  ]);
  const isOnBehalf = isDivisions(scope);
  const approvers = officers.filter(({ roles }) => roles.includes('approver'));
  return {
    agency,
    officers,
    events,
    deputies: deputies.map((each) => ({
      ...each,
      isNow: isDeputyOn(each, today),
      mayEnd: mayNameDeputyOf(actor, each.approverId),
    })),
    /** The approvers for whom the reader may name a deputy. */
    mayBeAway: approvers.filter(({ accountId }) => mayNameDeputyOf(actor, accountId)),
    mayChange: isOnBehalf ? hasRole(actor, ['coordinator']) : isApprover(actor),
    /** Sent with every form of the division, which acts on an agency that is not its own. */
    onBehalfOf: isOnBehalf ? agency.id : null,
  };
}

export type OfficersPage = Awaited<ReturnType<typeof officersOf>>;

/** By the own role: a deputy signs reports and changes no officers. */
const isApprover = (actor: Actor) => hasRole(actor, ['approver']) && !actor.deputyOf;

/**
 * Loads the officers of the reader's own agency and the changes among them; accounts without an agency are redirected
 * to their own desk.
 */
export async function loadOfficers(): Promise<OfficersPage> {
  const { actor, scope } = await requireScope();
  if (!hasRole(actor, agencyRoles) || !actor.agencyId) redirect(routes.desk());
  const agency = await findAgencyOfId(actor.agencyId);
  if (!agency) notFound();
  return officersOf(agency, actor, scope);
}

/** Loads the officers of any agency for the division, where the coordinator may change them. */
export async function loadAgencyOfficers(agencyCode: string): Promise<OfficersPage> {
  const { actor, scope } = await requireDivision();
  const agency = await findAgency(scope, agencyCode);
  if (!agency) notFound();
  return officersOf(agency, actor, scope);
}

/** Loads one page of the agencies with their officers; not found for everyone but the division and the leader. */
export async function loadAgenciesOfficers(searchParams: SearchParams) {
  const { scope } = await requireDivision();
  const { search = '', page } = agencyListSchema.parse(searchParams);
  const list = await listAgencyOfficers(scope, { search, page, size: longPageSize });
  return { ...list, search, page, pageSize: longPageSize };
}
