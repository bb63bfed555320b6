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

export type Actor = {
  accountId: string;
  displayName: string;
  roles: readonly Role[];
  /** The agency for which a reporter or an approver acts. */
  agencyId: string | null;
  /** The approver whose rights the account has today beside its own, as deputy (代); its roles contain `approver`. */
  deputyOf?: Deputized;
};

type Deputized = { accountId: string; displayName: string };

declare const scopeBrand: unique symbol;

/** The reports that an actor may read. Only `scopeOf` creates one, and every non-public read requires one. */
export type ReportScope = ({ kind: 'all' } | { kind: 'agency'; agencyId: string }) & { readonly [scopeBrand]: true };

/** Says whether an actor holds at least one of the roles. */
export function hasRole(actor: Pick<Actor, 'roles'>, wanted: readonly Role[]): boolean {
  return actor.roles.some((role) => wanted.includes(role));
}

/** Gives a deputy as he is on other days: without the approver's rights. */
export function withoutDeputy({ deputyOf: _, ...actor }: Actor): Actor {
  return { ...actor, roles: actor.roles.filter((role) => role !== 'approver') };
}

/**
 * Gives the reports that an account may read: the division and the leader all of them, an agency its own,
 * administrators none (null). GB/T 22239-2019, least privilege.
 */
export function scopeOf(actor: Actor): ReportScope | null {
  if (hasRole(actor, administratorRoles)) return null;
  if (hasRole(actor, [...divisionRoles, 'leader'])) return { kind: 'all' } as ReportScope;
  if (hasRole(actor, agencyRoles) && actor.agencyId) {
    return { kind: 'agency', agencyId: actor.agencyId } as ReportScope;
  }
  return null;
}

/** Says whether a scope includes the reports of an agency (by its id); a null scope includes none. */
export function covers(scope: ReportScope | null, agencyId: string): boolean {
  return scope !== null && (scope.kind === 'all' || scope.agencyId === agencyId);
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
  return scopeOf(actor)?.kind === 'all' && hasRole(actor, divisionRoles);
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
