import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type EntryContent, fieldsOfKind, type Section, sections, type Tick } from '@/lib/domain/report/entry';
import { shortestComparedText } from '@/lib/domain/report/near-copy';
import { periodColumn } from '@/lib/server/database/columns';
import { entryContentSchema, entryObject } from '@/lib/server/database/entry-sql';
import { mayReadEntries } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';
import { env } from '@/lib/server/process/env';

const ticks = fieldsOfKind('tick').map(({ key }) => key);
const shownKeys = [...sections, ...ticks];

const rowSchema = z.object({ taskId: z.string(), periodCode: periodColumn, entry: entryContentSchema });

const nearCopy = z.object({ taskId: z.string(), section: z.enum(sections), likeness: z.number() });

/** A section whose text is nearly the same as the last period's; `likeness` from 0 to 1. */
export type NearCopy = z.output<typeof nearCopy>;

/** The earlier entry of a task: its sections and the confirmations in their place. */
export type LastPeriodEntry = Pick<EntryContent, Section | Tick> & { taskId: string; periodCode: PeriodCode };

/**
 * The entries `e` of a report, each with `l`, the entry of the same task in the latest earlier period that has one.
 */
function besideLastPeriod(scope: ReportScope): Prisma.Sql {
  return Prisma.sql`
    "Report" r
    JOIN "ReportingPeriod" p ON p.id = r."periodId"
    JOIN "Entry" e ON e."reportId" = r.id
    JOIN LATERAL (
      SELECT b.*, q.quarter AS "periodCode"
      FROM "Entry" b JOIN "Report" s ON s.id = b."reportId" JOIN "ReportingPeriod" q ON q.id = s."periodId"
      WHERE b."taskId" = e."taskId" AND s."agencyId" = r."agencyId" AND q."planId" = p."planId" AND q.quarter < p.quarter
        AND ${mayReadEntries(scope, 's')}
      ORDER BY q.quarter DESC LIMIT 1
    ) l ON true`;
}

function isReport(scope: ReportScope, reportId: string): Prisma.Sql {
  return Prisma.sql`r.id = ${reportId}::uuid AND ${mayReadEntries(scope)}`;
}

/** Each section's name with its text and that of the last period. */
const sectionPairs = Prisma.raw(sections.map((section) => `('${section}', e."${section}", l."${section}")`).join(', '));

const pick = <Key extends keyof EntryContent>(entry: EntryContent, keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, entry[key]])) as Pick<EntryContent, Key>;

/** Lists the last saved text of each task's entry in the period before. */
export async function listLastPeriod(scope: ReportScope | null, reportId: string): Promise<LastPeriodEntry[]> {
  if (scope === null) return [];
  const rows = await rowsOf(rowSchema)`
    SELECT e."taskId", l."periodCode", ${entryObject('l')} AS entry
    FROM ${besideLastPeriod(scope)} WHERE ${isReport(scope, reportId)}`;
  return rows.map(({ taskId, periodCode, entry }) => ({
    taskId,
    periodCode,
    ...pick(entry, shownKeys),
  }));
}

/**
 * Lists the sections of a report that are nearly the same as the last period's: the likeness of their trigrams is at least
 * the setting NEAR_COPY. Short texts are not compared.
 */
export async function listNearCopies(scope: ReportScope | null, reportId: string): Promise<NearCopy[]> {
  if (scope === null) return [];
  return rowsOf(nearCopy)`
    SELECT c."taskId", c.section, c.likeness
    FROM (
      SELECT e."taskId", x.section, similarity(x.text, x.earlier)::float8 AS likeness
      FROM ${besideLastPeriod(scope)}
      CROSS JOIN LATERAL (VALUES ${sectionPairs}) x(section, text, earlier)
      WHERE ${isReport(scope, reportId)} AND char_length(x.text) >= ${shortestComparedText}
    ) c
    WHERE c.likeness >= ${env().NEAR_COPY}`;
}
