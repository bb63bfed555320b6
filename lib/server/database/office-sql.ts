import 'server-only';
import { z } from 'zod';
import type { Offices, ReportScope } from '@/lib/domain/authorization';
import { Prisma } from '@/lib/server/generated/client';

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

/** The ids of the agencies below the one of an account c, at every level. */
export const agenciesBelow = (account: string) => Prisma.sql`
  ARRAY(WITH RECURSIVE below AS (
    SELECT g.id FROM "Agency" g WHERE g."parentId" = ${Prisma.raw(account)}."agencyId"
    UNION SELECT g.id FROM "Agency" g JOIN below ON g."parentId" = below.id) SELECT below.id::text FROM below)`;

/** Condition: an office, given by the expression of its id, lies in the scope of the division. */
function isOfficeIn(scope: ReportScope, officeId: Prisma.Sql): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`TRUE`;
  if (scope.kind === 'agency') return Prisma.sql`FALSE`;
  return Prisma.sql`${officeId} = ANY(${[...scope.officeIds]}::uuid[])`;
}

/** Condition: a plan l belongs to an office of the scope, as `coversOffice` in lib/domain. */
export function planCondition(scope: ReportScope, plan = 'l'): Prisma.Sql {
  return isOfficeIn(scope, Prisma.raw(`${plan}."officeId"`));
}

/** Condition: a period p belongs to a plan of the scope. */
export function periodScope(scope: ReportScope, period = 'p'): Prisma.Sql {
  if (scope.kind === 'all') return Prisma.sql`TRUE`;
  return Prisma.sql`${Prisma.raw(period)}."planId" IN (SELECT l.id FROM "Plan" l WHERE ${planCondition(scope)})`;
}

/** Condition: a report r lies in the scope, as `covers` in lib/domain. */
export function scopeCondition(scope: ReportScope, report = 'r'): Prisma.Sql {
  const r = Prisma.raw(report);
  if (scope.kind === 'all') return Prisma.sql`TRUE`;
  if (scope.kind === 'agency') return Prisma.sql`${r}."agencyId" = ${scope.agencyId}::uuid`;
  return Prisma.sql`${r}."periodId" IN (
    SELECT q.id FROM "ReportingPeriod" q JOIN "Plan" l ON l.id = q."planId" WHERE ${planCondition(scope)})`;
}

/** The same as `scopeCondition`, for a query of the client. */
export function reportsWithin(scope: ReportScope): Prisma.ReportWhereInput {
  if (scope.kind === 'all') return {};
  if (scope.kind === 'agency') return { agencyId: scope.agencyId };
  return { period: { plan: { officeId: { in: [...scope.officeIds] } } } };
}

/** The columns from which `officesIn` reads for which offices an account holds its roles, in a query of the client. */
export const officesSelect = { allOffices: true, offices: { select: { officeId: true } } } as const;

/** Gives the offices for which an account holds its roles of the division. */
export function officesIn(account: { allOffices: boolean; offices: readonly { officeId: string }[] }): Offices {
  return account.allOffices ? 'all' : account.offices.map(({ officeId }) => officeId);
}
