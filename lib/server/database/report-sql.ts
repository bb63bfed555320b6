import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import { statusesWithDivision } from '@/lib/domain/report/report';
import { Prisma } from '@/lib/server/generated/client';
import { scopeCondition } from './office-sql';

const withDivision = statusesWithDivision.map((status) => `'${status}'`).join(', ');

/** The same rule as `isWithDivision` in lib/domain; `report` names the row, as in "Report" r. */
export function isWithDivision(report = 'r'): Prisma.Sql {
  return Prisma.raw(`${report}.status IN (${withDivision})`);
}

/** A report lies with the agency: it is owed, and nothing was handed in yet, or it came back. */
export function isWithAgency(report = 'r'): Prisma.Sql {
  return Prisma.raw(`(${report}.owed AND ${report}.status NOT IN (${withDivision}))`);
}

/** The same rule as `mayReadEntries` in lib/domain. */
export function mayReadEntries(scope: ReportScope, report = 'r'): Prisma.Sql {
  const isCovered = scopeCondition(scope, report);
  return scope.kind === 'agency' ? isCovered : Prisma.sql`(${isWithDivision(report)} AND ${isCovered})`;
}

/** The number of the version of a report r that was returned last, or null. */
export const returnedVersion = Prisma.sql`
  (SELECT max(v.number) FROM "Review" w JOIN "FiledVersion" v ON v.id = w."filedVersionId"
    WHERE w."reportId" = r.id AND w.outcome = 'returned')`;
