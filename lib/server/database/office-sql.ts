import 'server-only';
import { z } from 'zod';
import type { Offices, ReportScope } from '@/lib/domain/authorization';
import { Prisma } from '@/lib/server/generated/client';
import { isIssued, issuedPlan } from './plan-sql';

/** The column that `officesOf` gives: `Offices` of lib/domain/authorization.ts. */
export const officesColumn = z
  .array(z.string())
  .nullable()
  .transform((ids): Offices => ids ?? 'all');

/** The ids of the offices for which an account c holds its roles of the division; null for all of them. */
export const officesOf = (account: string) => {
  const c = Prisma.raw(account);
  return Prisma.sql`
    CASE WHEN NOT ${c}."allOffices" THEN ARRAY(
      SELECT m."officeId"::text FROM "OfficeMember" m WHERE m."accountId" = ${c}.id ORDER BY 1) END`;
};

/** Condition: an account c of the division holds its roles for an office, given by the expression of its id. */
export const holdsOffice = (officeId: Prisma.Sql) => Prisma.sql`(
  c."allOffices" OR EXISTS (
    SELECT FROM "OfficeMember" held WHERE held."accountId" = c.id AND held."officeId" = ${officeId}))`;

/** The ids of the agencies below the one of an account c, at every level. */
export const agenciesBelow = (account: string) => Prisma.sql`
  ARRAY(WITH RECURSIVE below AS (
    SELECT g.id FROM "Agency" g WHERE g."parentId" = ${Prisma.raw(account)}."agencyId"
    UNION SELECT g.id FROM "Agency" g JOIN below ON g."parentId" = below.id) SELECT below.id::text FROM below)`;

/** Condition: a plan l belongs to an office of the scope, as `coversOffice` in lib/domain. */
export function planCondition(scope: ReportScope, plan = 'l'): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`TRUE`;
  if (scope.kind === 'agency') return Prisma.sql`FALSE`;
  return Prisma.sql`${Prisma.raw(plan)}."officeId" = ANY(${[...scope.officeIds]}::uuid[])`;
}

/** Condition: a period, given by the expression of its id, belongs to a plan of the scope. */
export function periodCondition(scope: ReportScope, periodId: Prisma.Sql): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`TRUE`;
  return Prisma.sql`${periodId} IN (
    SELECT q.id FROM "ReportingPeriod" q JOIN "Plan" l ON l.id = q."planId" WHERE ${planCondition(scope)})`;
}

/** Condition: a report r lies in the scope, as `covers` in lib/domain. */
export function scopeCondition(scope: ReportScope, report = 'r'): Prisma.Sql {
  const r = Prisma.raw(report);
  if (scope.kind === 'agency') return Prisma.sql`${r}."agencyId" = ${scope.agencyId}::uuid`;
  return periodCondition(scope, Prisma.sql`${r}."periodId"`);
}

/** The same as `planCondition`, for a query of the client. */
export function plansWithin(scope: ReportScope | null): Prisma.PlanWhereInput {
  if (scope?.kind === 'all') return {};
  return { officeId: { in: scope?.kind === 'offices' ? [...scope.officeIds] : [] } };
}

/** Condition: a report r lies in the scope and is owed: lists and counts leave out the others. */
export function owedWithin(scope: ReportScope): Prisma.Sql {
  return Prisma.sql`r.owed AND ${scopeCondition(scope)}`;
}

/** The same as `scopeCondition`, for a query of the client. */
export function reportsWithin(scope: ReportScope): Prisma.ReportWhereInput {
  return scope.kind === 'agency' ? { agencyId: scope.agencyId } : { period: { plan: plansWithin(scope) } };
}

/**
 * Agencies of the scope, as `isOfOffices` in lib/domain; for an agency its own. Its offices are those whose issued plans have
 * it, as in `agencyOffices`: a draft gives nobody a right.
 */
export function agenciesWithin(scope: ReportScope | null): Prisma.AgencyWhereInput {
  if (scope?.kind === 'all') return {};
  if (scope?.kind !== 'offices') return { id: { in: scope ? [scope.agencyId] : [] } };
  const own = { AND: [plansWithin(scope), issuedPlan] };
  return {
    OR: [
      { numbers: { some: { plan: own } } },
      { supports: { some: { task: { plan: own } } } },
      { numbers: { none: { plan: issuedPlan } }, supports: { none: { task: { plan: issuedPlan } } } },
    ],
  };
}

/**
 * The agencies with the offices whose plans have them, which take part or support a task: a table of "agencyId" and
 * "officeId". Issued plans count, or with `isOpen` those that are not closed, drafts among them.
 */
export const agencyOffices = (isOpen: boolean) => Prisma.sql`(
  SELECT DISTINCT d."agencyId", l."officeId" FROM (
      SELECT "agencyId", "planId" FROM "PlanAgency"
      UNION SELECT s."agencyId", t."planId" FROM "SupportingAgency" s JOIN "Task" t ON t.id = s."taskId") d
    JOIN "Plan" l ON l.id = d."planId" WHERE ${isOpen ? Prisma.sql`l.status <> 'closed'` : isIssued})`;

/** Accounts that hold their roles for an office of the scope. */
export function membersWithin(scope: ReportScope | null): Prisma.AccountWhereInput {
  if (scope?.kind === 'all') return {};
  const officeIds = scope?.kind === 'offices' ? [...scope.officeIds] : [];
  return { OR: [{ allOffices: true }, { offices: { some: { officeId: { in: officeIds } } } }] };
}

/** Accounts that hold their roles for the office of a plan. */
export function membersOfPlan(planCode: string): Prisma.AccountWhereInput {
  return { OR: [{ allOffices: true }, { offices: { some: { office: { plans: { some: { code: planCode } } } } } }] };
}

/** The columns from which `officesIn` reads for which offices an account holds its roles, in a query of the client. */
export const officesSelect = { allOffices: true, offices: { select: { officeId: true } } } as const;

/** Gives the offices for which an account holds its roles of the division. */
export function officesIn(account: { allOffices: boolean; offices: readonly { officeId: string }[] }): Offices {
  return account.allOffices ? 'all' : account.offices.map(({ officeId }) => officeId);
}
