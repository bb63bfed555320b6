import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type EntryForm, type Section, sectionsOf } from '@/lib/domain/report/entry';
import { summarizedStatuses, summaryArrangements } from '@/lib/domain/review/summary';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { civilDateColumn, periodColumn, statusColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { periodCondition, planCondition, plansWithin } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { formColumn, planForm, storedForm } from '@/lib/server/database/stored-json';
import { Prisma } from '@/lib/server/generated/client';

type Names = { madeBy: { displayName: string }; changedBy: { displayName: string } };

/** In the order of the plan's form, whatever order they were stored in. */
const inOrder = (chosen: readonly Section[], form: EntryForm) =>
  sectionsOf(form).filter((section) => chosen.includes(section));

const namesOf = ({ madeBy, changedBy }: Names) => ({ madeBy: madeBy.displayName, changedBy: changedBy.displayName });

const names = { madeBy: { select: { displayName: true } }, changedBy: { select: { displayName: true } } } as const;

export type ListedSummary = Pick<
  SummaryHead,
  'id' | 'title' | 'arrangement' | 'sections' | 'form' | 'madeAt' | 'madeBy' | 'changedAt' | 'changedBy'
>;

/** Gives one page of the drafts of a period, the last changed first. */
export async function listSummaries(
  scope: ReportScope,
  { planCode, periodCode }: { planCode: string; periodCode: PeriodCode },
  { number, size }: { number: number; size: number },
): Promise<{ summaries: ListedSummary[]; total: number }> {
  const where = {
    period: { code: periodCode, plan: { ...plansWithin(scope), code: planCode } },
    deletedAt: null,
  };
  const [rows, total] = await Promise.all([
    db.summary.findMany({
      where,
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
      skip: (number - 1) * size,
      take: size,
      select: {
        id: true,
        title: true,
        arrangement: true,
        sections: true,
        madeAt: true,
        changedAt: true,
        period: { select: { plan: { select: { form: true, rhythm: true } } } },
        ...names,
      },
    }),
    db.summary.count({ where }),
  ]);
  const summaries = rows.map(({ madeBy, changedBy, period, ...row }) => {
    const form = storedForm(period.plan);
    return { ...row, form, sections: inOrder(row.sections, form), ...namesOf({ madeBy, changedBy }) };
  });
  return { summaries, total };
}

const summaryRow = z.object({
  id: z.string(),
  title: z.string(),
  arrangement: z.enum(summaryArrangements),
  sections: z.array(z.string()),
  form: formColumn,
  madeAt: z.date(),
  madeBy: z.string(),
  changedAt: z.date(),
  changedBy: z.string(),
  includesFiled: z.boolean(),
  withTable: z.boolean(),
  introduction: z.string(),
  closing: z.string(),
  signedOn: civilDateColumn,
  version: z.number(),
  orderVersion: z.number(),
  periodCode: periodColumn,
  plan: z.object({ code: z.string(), title: z.string(), contactOffice: z.string() }),
});
export type SummaryHead = z.output<typeof summaryRow>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Gives a draft with its settings and its own texts; null where there is none in this scope. */
export async function getSummary(
  scope: ReportScope,
  id: string,
  client: Transaction = db,
): Promise<SummaryHead | null> {
  if (!uuid.test(id)) return null;
  // In one statement: a transaction has one connection, and Prisma would query the relations of a row concurrently.
  const [row] = await rowsOf(summaryRow, client)`
    SELECT s.id, s.title, s.arrangement::text, s.sections::text[], ${planForm}, s."includesFiled", s."withTable", s.introduction,
      s.closing, s."signedOn"::text, s.version, s."orderVersion", s."madeAt", s."changedAt",
      m."displayName" AS "madeBy", c."displayName" AS "changedBy", p.quarter AS "periodCode",
      jsonb_build_object('code', l.code, 'title', l.title, 'contactOffice', l."contactOffice") AS plan
    FROM "Summary" s
    JOIN "ReportingPeriod" p ON p.id = s."periodId" JOIN "Plan" l ON l.id = p."planId"
    JOIN "Account" m ON m.id = s."madeById" JOIN "Account" c ON c.id = s."changedById"
    WHERE s.id = ${id}::uuid AND s."deletedAt" IS NULL AND ${planCondition(scope)}`;
  return row ? { ...row, sections: inOrder(row.sections, row.form) } : null;
}

const summaryCounts = z.object({
  units: z.number(),
  /** Number of tasks. */
  entries: z.number(),
  /** Number of reports included. */
  reports: z.number(),
  edited: z.number(),
  /** Number of reports of the period, included or not. */
  due: z.number(),
  /** Reports with a later version that can be included, and reports that could be added. */
  newer: z.number(),
  addable: z.number(),
});
export type SummaryCounts = z.output<typeof summaryCounts>;

/**
 * Counts the content of a draft and the reports that could be added; the status of each source is that of
 * `sourceStatus` in lib/domain.
 */
export async function countSummary(
  scope: ReportScope,
  { id, includesFiled }: Pick<SummaryHead, 'id' | 'includesFiled'>,
  client: Transaction = db,
): Promise<SummaryCounts> {
  const statuses = summarizedStatuses(includesFiled);
  const isTaken = Prisma.sql`r.status = ANY (${statuses}::text[]::"ReportStatus"[])`;
  const [row] = await rowsOf(summaryCounts, client)`
    WITH inside AS (
      SELECT e."reportId", min(e."filedVersionId"::text)::uuid AS "versionId", count(*) AS entries
      FROM "SummaryEntry" e WHERE e."summaryId" = ${id}::uuid GROUP BY e."reportId"
    )
    SELECT
      coalesce((SELECT max(position) FROM "SummaryEntry" WHERE "summaryId" = ${id}::uuid), 0)::int AS units,
      coalesce(sum(i.entries), 0)::int AS entries, count(i."reportId")::int AS reports, count(*)::int AS due,
      (SELECT count(*) FROM "SummaryPassage" p JOIN "SummaryEntry" e ON e.id = p."entryId"
        WHERE e."summaryId" = ${id}::uuid AND p.text IS NOT NULL)::int AS edited,
      count(*) FILTER (WHERE v.number < r."filedVersions" AND ${isTaken})::int AS newer,
      count(*) FILTER (WHERE i."reportId" IS NULL AND ${isTaken})::int AS addable
    FROM "Report" r
    LEFT JOIN inside i ON i."reportId" = r.id LEFT JOIN "FiledVersion" v ON v.id = i."versionId"
    WHERE r.owed AND r."periodId" = (SELECT "periodId" FROM "Summary" WHERE id = ${id}::uuid) AND ${periodCondition(scope, Prisma.sql`r."periodId"`)}`;
  if (!row) throw new Error('a count has one row');
  return row;
}

const leftOutReport = z.object({ agencyName: z.string(), status: statusColumn });
export type LeftOutReport = z.output<typeof leftOutReport>;

/** Lists at most `most` reports of the period that are not in a draft, in the order of the annex. */
export async function listLeftOut(
  scope: ReportScope,
  summaryId: string,
  most: number,
  client: Transaction = db,
): Promise<LeftOutReport[]> {
  return rowsOf(leftOutReport, client)`
    SELECT ${agencyNameInPeriod()} AS "agencyName", r.status::text
    FROM "Report" r JOIN "Agency" a ON a.id = r."agencyId" JOIN "ReportingPeriod" p ON p.id = r."periodId"
    WHERE r.owed AND r."periodId" = (SELECT "periodId" FROM "Summary" WHERE id = ${summaryId}::uuid) AND ${periodCondition(scope, Prisma.sql`r."periodId"`)}
      AND NOT EXISTS (SELECT FROM "SummaryEntry" e WHERE e."summaryId" = ${summaryId}::uuid AND e."reportId" = r.id)
    ORDER BY a.position, a.id LIMIT ${most}`;
}

const summaryEvents = [
  'summary-made',
  'summary-frame-saved',
  'summary-settings-saved',
  'summary-passage-edited',
  'summary-passage-restored',
  'summary-unit-moved',
  'summary-order-reset',
  'summary-versions-taken',
  'summary-reports-added',
  'summary-exported',
] as const;

const summaryEvent = z.object({
  id: z.string(),
  /** By the portal's clock. */
  at: z.date(),
  name: z.enum(summaryEvents),
  by: z.string(),
  detail: z.object({
    section: z.string().optional(),
    from: z.number().optional(),
    to: z.number().optional(),
    tasks: z.number().optional(),
  }),
  /** Set for an event about a passage. */
  agencyName: z.string().nullable(),
  taskCode: z.string().nullable(),
});
export type SummaryEvent = z.output<typeof summaryEvent>;

/**
 * Lists at most `most` changes and exports of a draft, the latest first. A text that saves itself while it is written has
 * an event for each save; of those that follow each other, the last one stands for all.
 */
export async function listSummaryEvents(scope: ReportScope, summaryId: string, most: number): Promise<SummaryEvent[]> {
  return rowsOf(summaryEvent)`
    WITH e AS (
      SELECT *, jsonb_build_array(name, "accountId", detail -> 'taskId', detail -> 'section') AS subject
      FROM "Event" WHERE name = ANY (${[...summaryEvents]}) AND detail ->> 'summaryId' = ${summaryId}
    ), v AS (
      SELECT *, name IN ('summary-passage-edited', 'summary-frame-saved')
        AND coalesce(lead(subject) OVER (ORDER BY id) = subject, false) AS "goesOn"
      FROM e
    )
    SELECT v.id::text, v.at, v.name, coalesce(c."displayName", '') AS by, v.detail, a.name AS "agencyName",
      t.code AS "taskCode"
    FROM v LEFT JOIN "Account" c ON c.id = v."accountId"
    LEFT JOIN "Report" r ON r.id = (v.detail ->> 'reportId')::uuid LEFT JOIN "Agency" a ON a.id = r."agencyId"
    LEFT JOIN "Task" t ON t.id = (v.detail ->> 'taskId')::uuid
    WHERE NOT v."goesOn" AND EXISTS (SELECT FROM "Summary" s WHERE s.id = ${summaryId}::uuid AND ${periodCondition(scope, Prisma.sql`s."periodId"`)})
    ORDER BY v.id DESC LIMIT ${most}`;
}
