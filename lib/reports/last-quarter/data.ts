import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import type { EntryContent, Section } from '@/lib/domain/report/completeness';
import { type NearCopy, shortestComparedText } from '@/lib/domain/report/near-copy';
import { db } from '@/lib/server/database/db';
import { Prisma } from '@/lib/server/generated/client';
import { env } from '@/lib/server/process/env';

export type LastQuarterEntry = Record<Section, string> &
  Pick<EntryContent, 'noProgress' | 'noProblems'> & { taskId: string; quarter: Quarter };

/**
 * Condition on a report's readable text outside filed versions: an agency may read its drafts, the division only
 * reports that lie with it.
 */
function isReadable(scope: ReportScope, report: Prisma.Sql): Prisma.Sql {
  return scope.kind === 'agency'
    ? Prisma.sql`${report}."agencyId" = ${scope.agencyId}::uuid`
    : Prisma.sql`${report}.status IN ('filed', 'accepted')`;
}

/**
 * The entries `e` of a report, each with `l`, the entry of the same task in the latest earlier quarter that has one.
 */
function besideLastQuarter(scope: ReportScope): Prisma.Sql {
  return Prisma.sql`
    "Report" r
    JOIN "ReportingPeriod" p ON p.id = r."periodId"
    JOIN "Entry" e ON e."reportId" = r.id
    JOIN LATERAL (
      SELECT b.*, q.quarter
      FROM "Entry" b JOIN "Report" s ON s.id = b."reportId" JOIN "ReportingPeriod" q ON q.id = s."periodId"
      WHERE b."taskId" = e."taskId" AND s."agencyId" = r."agencyId" AND q."planId" = p."planId" AND q.quarter < p.quarter
        AND ${isReadable(scope, Prisma.sql`s`)}
      ORDER BY q.quarter DESC LIMIT 1
    ) l ON true`;
}

function isReport(scope: ReportScope, reportId: string): Prisma.Sql {
  return Prisma.sql`r.id = ${reportId}::uuid AND ${isReadable(scope, Prisma.sql`r`)}`;
}

/** Lists the last saved text of each task's entry in the quarter before. */
export async function listLastQuarter(scope: ReportScope | null, reportId: string): Promise<LastQuarterEntry[]> {
  if (scope === null) return [];
  return db.$queryRaw<LastQuarterEntry[]>`
    SELECT e."taskId", l.quarter, l.progress, l.problems, l.results, l."nextSteps", l."noProgress", l."noProblems"
    FROM ${besideLastQuarter(scope)} WHERE ${isReport(scope, reportId)}`;
}

/**
 * Lists the sections of a report that are nearly the same as last quarter's: the likeness of their trigrams is at least
 * the setting NEAR_COPY. Short texts are not compared.
 */
export async function listNearCopies(scope: ReportScope | null, reportId: string): Promise<NearCopy[]> {
  if (scope === null) return [];
  return db.$queryRaw<NearCopy[]>`
    SELECT c."taskId", c.section, c.likeness
    FROM (
      SELECT e."taskId", x.section, similarity(x.text, x.earlier)::float8 AS likeness
      FROM ${besideLastQuarter(scope)}
      CROSS JOIN LATERAL (VALUES ('progress', e.progress, l.progress), ('problems', e.problems, l.problems),
        ('results', e.results, l.results), ('nextSteps', e."nextSteps", l."nextSteps")) x(section, text, earlier)
      WHERE ${isReport(scope, reportId)} AND char_length(x.text) >= ${shortestComparedText}
    ) c
    WHERE c.likeness >= ${env().NEAR_COPY}`;
}
