/** The roles of the portal; the public (公众) needs none. */
export const roles = [
  'reporter',
  'approver',
  'reviewer',
  'coordinator',
  'leader',
  'system_administrator',
  'security_administrator',
  'auditor',
] as const;

export type Role = (typeof roles)[number];

export const agencyRoles = ['reporter', 'approver'] as const satisfies readonly Role[];
export type AgencyRole = (typeof agencyRoles)[number];
export const divisionRoles = ['reviewer', 'coordinator'] as const satisfies readonly Role[];

/**
 * The roles that check a proposed publication (保密审查) and confirm or decline it: whoever proposed it never does. 《中华人民共和国政府信息公开条例》
 * 第十七条: what goes out is examined first.
 */
export const publicationCheckers = ['reviewer', 'coordinator', 'leader'] as const satisfies readonly Role[];
/** The roles that take a publication off the public pages; it is the one thing that a leader may do to a report alone. */
export const publicationWithdrawers = ['coordinator', 'leader'] as const satisfies readonly Role[];
export const administratorRoles = [
  'system_administrator',
  'security_administrator',
  'auditor',
] as const satisfies readonly Role[];

/** The offices (by their ids) for which an account holds its roles of the division, the leader's among them. */
export type Offices = 'all' | readonly string[];

export type Actor = {
  accountId: string;
  displayName: string;
  roles: readonly Role[];
  /** Officers of an agency and administrators hold their roles for no office. */
  offices: Offices;
  /** The agency for which a reporter or an approver acts. */
  agencyId: string | null;
  /** The agencies below it, at every level: it reads what they filed, and changes nothing. */
  below?: readonly string[];
  /** The approver whose rights the account has today beside its own, as deputy (代); its roles contain `approver`. */
  deputyOf?: Deputized;
};

type Deputized = { accountId: string; displayName: string };

declare const scopeBrand: unique symbol;

/**
 * The reports that an actor may read: of the plans of all offices, of some offices, or of an agency, which also reads what
 * the agencies below it filed. Only `scopeOf` creates one, and every non-public read requires one.
 */
export type ReportScope = (
  | { kind: 'all' }
  | { kind: 'offices'; officeIds: readonly string[] }
  | { kind: 'agency'; agencyId: string; readableIds: readonly string[] }
) & { readonly [scopeBrand]: true };

/** The scope of the division and of the leader. */
export type DivisionScope = ReportScope & { kind: 'all' | 'offices' };

/** Says whether an actor holds at least one of the roles. */
export function hasRole(actor: Pick<Actor, 'roles'>, wanted: readonly Role[]): boolean {
  return actor.roles.some((role) => wanted.includes(role));
}

const holds = (offices: Offices, officeId: string) => offices === 'all' || offices.includes(officeId);

/**
 * Says whether an actor holds at least one of the roles for an office (by its id). A plan belongs to an office, and
 * whoever gives, reviews or publishes its tasks holds the role for that office.
 */
export function holdsFor(actor: Pick<Actor, 'roles' | 'offices'>, wanted: readonly Role[], officeId: string): boolean {
  return hasRole(actor, wanted) && holds(actor.offices, officeId);
}

/**
 * Says whether an agency belongs to the offices of an actor, given the offices whose issued plans have it: one of them is
 * the actor's, or it is in no such plan yet.
 */
export function isOfOffices({ offices }: Pick<Actor, 'offices'>, officeIds: readonly string[]): boolean {
  return officeIds.length === 0 || officeIds.some((officeId) => holds(offices, officeId));
}

/** Gives a deputy as he is on other days: without the approver's rights. */
export function withoutDeputy({ deputyOf: _, ...actor }: Actor): Actor {
  return { ...actor, roles: actor.roles.filter((role) => role !== 'approver') };
}

/**
 * Gives the reports that an account may read: the division and the leader those of their offices' plans, an agency its
 * own, administrators none (null). GB/T 22239-2019, least privilege.
 */
export function scopeOf({ roles: held, offices, agencyId, below = [] }: Actor): ReportScope | null {
  const actor = { roles: held };
  if (hasRole(actor, administratorRoles)) return null;
  if (hasRole(actor, [...divisionRoles, 'leader'])) {
    return (offices === 'all' ? { kind: 'all' } : { kind: 'offices', officeIds: offices }) as ReportScope;
  }
  if (hasRole(actor, agencyRoles) && agencyId) return { kind: 'agency', agencyId, readableIds: below } as ReportScope;
  return null;
}

/** Says whether a scope is the division's, or the leader's. */
export function isDivisions(scope: ReportScope | null): scope is DivisionScope {
  return scope !== null && scope.kind !== 'agency';
}

/** A report, by the agency that files it and the office whose plan it belongs to (their ids). */
export type ReportOwner = { agencyId: string; officeId: string };

/** Says whether a scope includes the plans of an office; an agency's includes none, for it has reports and no plans. */
export function coversOffice(scope: ReportScope | null, officeId: string): boolean {
  return isDivisions(scope) && (scope.kind === 'all' || scope.officeIds.includes(officeId));
}

/** Says whether a scope includes a report as a whole; a null scope includes none. */
export function covers(scope: ReportScope | null, { agencyId, officeId }: ReportOwner): boolean {
  return scope?.kind === 'agency' ? scope.agencyId === agencyId : coversOffice(scope, officeId);
}

/** Says whether a scope includes the filed versions of a report: also those of the agencies below the own one. */
export function coversFiled(scope: ReportScope | null, owner: ReportOwner): boolean {
  return covers(scope, owner) || (scope?.kind === 'agency' && scope.readableIds.includes(owner.agencyId));
}

/** An agency that supports a task (配合单位). */
export type Support = { taskId: string; agencyId: string };

/**
 * Says whether an actor acts for an agency that supports a task (any task, where none is named). It may offer text for
 * that task and read its own offers, but nothing of the lead agency's report.
 */
export function supports(actor: Actor, support: readonly Support[], taskId?: string): boolean {
  const scope = scopeOf(actor);
  if (scope?.kind !== 'agency') return false;
  return support.some((each) => each.agencyId === scope.agencyId && (taskId === undefined || each.taskId === taskId));
}

/**
 * Says whether an actor may create and change the division's summaries (季度汇总): only the division's own roles may.
 * Everyone who reads all reports may read the summaries too.
 */
export function maySummarize(actor: Actor): boolean {
  return isDivisions(scopeOf(actor)) && hasRole(actor, divisionRoles);
}

/** Says whether one account may hold these roles together: an administrator's role excludes every other (三员分立). */
export function areRolesCompatible(held: readonly Role[]): boolean {
  const distinct = new Set(held);
  if (distinct.size === 0) return false;
  if (held.some((role) => (administratorRoles as readonly Role[]).includes(role))) return distinct.size === 1;
  const ofAgency = held.some((role) => (agencyRoles as readonly Role[]).includes(role));
  const ofDivision = held.some((role) => !(agencyRoles as readonly Role[]).includes(role));
  return !(ofAgency && ofDivision);
}

/** Says whether an account with these roles must belong to an agency: agency roles must, all others must not. */
export function needsAgency(held: readonly Role[]): boolean {
  return held.some((role) => (agencyRoles as readonly Role[]).includes(role));
}

/** Gives the desk on which an account starts after signing in. */
export function homeDeskOf(actor: Actor): 'filing' | 'review' | 'admin' {
  if (hasRole(actor, administratorRoles)) return 'admin';
  return hasRole(actor, agencyRoles) ? 'filing' : 'review';
}
