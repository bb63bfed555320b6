import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type EntryContent, noticeForm, sectionsOf } from '@/lib/domain/report/entry';
import { sameText, shortestComparedText } from '@/lib/domain/report/near-copy';
import { storedContent } from '@/lib/schemas/entry';
import { periodColumn } from '@/lib/server/database/columns';
import { isWithDivision, mayReadEntries } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';
import { env } from '@/lib/server/process/env';

const rowSchema = z.object({ taskId: z.string(), periodCode: periodColumn, content: storedContent });

const nearCopy = z.object({ taskId: z.string(), section: z.string(), likeness: z.number() });

/** A section whose text is nearly the last period's; `likeness` from 0 to 1, which is `sameText`. */
export type NearCopy = z.output<typeof nearCopy>;

/** The earlier entry of a task. */
export type LastPeriodEntry = EntryContent & { taskId: string; periodCode: PeriodCode };

/**
 * Entries `e`, beside a report r and its period p, each with `l`, the entry of the same task in the latest earlier period
 * that has one; `isReadable` is a condition on its report s.
 */
function entriesBesideLast(isReadable: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    "Entry" e JOIN LATERAL (
      SELECT b.*, q.quarter AS "periodCode"
      FROM "Entry" b JOIN "Report" s ON s.id = b."reportId" JOIN "ReportingPeriod" q ON q.id = s."periodId"
      WHERE b."taskId" = e."taskId" AND s."agencyId" = r."agencyId" AND q."planId" = p."planId" AND q.quarter < p.quarter AND b."takenOutAt" IS NULL
        AND ${isReadable}
      ORDER BY q.quarter DESC LIMIT 1
    ) l ON true`;
}

const reportBesideLast = (scope: ReportScope) => Prisma.sql`
  "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
  JOIN (${entriesBesideLast(mayReadEntries(scope, 's'))}) ON e."reportId" = r.id`;

function isReport(scope: ReportScope, reportId: string): Prisma.Sql {
  return Prisma.sql`r.id = ${reportId}::uuid AND ${mayReadEntries(scope)}`;
}

/** The keys of the sections of a plan n, as `sectionsOf` in lib/domain/report/entry.ts gives them. */
const sectionKeys = Prisma.sql`CASE WHEN n.form IS NULL THEN ${sectionsOf(noticeForm)}::text[]
  ELSE ARRAY(SELECT f.field ->> 'key' FROM jsonb_array_elements(n.form -> 'fields') WITH ORDINALITY f(field, place)
    WHERE f.field ->> 'kind' = 'section' ORDER BY f.place) END`;

const blanks = '[:space:][:punct:]　，。、；：！？…—·“”‘’（）《》〈〉【】';

const sameWords = Prisma.raw(
  ['x.text', 'x.earlier'].map((text) => `lower(regexp_replace(${text}, '[${blanks}]+', '', 'g'))`).join(' = '),
);

/**
 * The written sections of e beside l, each with its likeness: of their trigrams, or `sameText` where they are the same
 * but for blanks, punctuation and capitals. Texts of which one is twice as long are not alike, which saves the
 * comparison.
 */
const comparedSections = Prisma.sql`
  SELECT x.section, CASE
      WHEN x.text = x.earlier THEN ${sameText}::float8
      WHEN char_length(x.text) < ${shortestComparedText} THEN CASE WHEN ${sameWords} THEN ${sameText} ELSE 0 END
      WHEN char_length(x.text) NOT BETWEEN char_length(x.earlier) / 2 AND char_length(x.earlier) * 2 THEN 0
      WHEN ${sameWords} THEN ${sameText}
      ELSE least(similarity(x.text, x.earlier)::float8, 0.99::float8)
    END AS likeness
  FROM "Plan" n CROSS JOIN LATERAL unnest(${sectionKeys}) k(section) CROSS JOIN LATERAL (
    SELECT k.section, coalesce(e.content ->> k.section, '') AS text, coalesce(l.content ->> k.section, '') AS earlier) x
  WHERE n.id = p."planId" AND x.text ~ ${`[^${blanks}]`}`;

/** The number of near copies in a report r of a period p that the division reads, each compared as the division sees it. */
export const nearCopiesOfRow = () => Prisma.sql`(
  SELECT count(*)::int FROM ${entriesBesideLast(isWithDivision('s'))} CROSS JOIN LATERAL (${comparedSections}) c
  WHERE e."reportId" = r.id AND c.likeness >= ${env().NEAR_COPY})`;

/** Lists the last saved text of each task's entry in the period before. */
export async function listLastPeriod(scope: ReportScope | null, reportId: string): Promise<LastPeriodEntry[]> {
  if (scope === null) return [];
  const rows = await rowsOf(rowSchema)`
    SELECT e."taskId", l."periodCode", l.content
    FROM ${reportBesideLast(scope)} WHERE ${isReport(scope, reportId)}`;
  return rows.map(({ content, ...row }) => ({ ...content, ...row }));
}

/**
 * Lists the sections of a report that are nearly the last period's: the likeness of their trigrams is at least the
 * setting NEAR_COPY. Short texts are listed only where they are the same.
 */
export async function listNearCopies(scope: ReportScope | null, reportId: string): Promise<NearCopy[]> {
  if (scope === null) return [];
  return rowsOf(nearCopy)`
    SELECT e."taskId", c.section, c.likeness
    FROM ${reportBesideLast(scope)} CROSS JOIN LATERAL (${comparedSections}) c
    WHERE ${isReport(scope, reportId)} AND c.likeness >= ${env().NEAR_COPY}`;
}
