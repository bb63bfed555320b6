import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import { summarizedStatuses } from '@/lib/domain/review/summary';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { instantText, statusColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { periodCondition } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { formColumn } from '@/lib/server/database/stored-json';
import { textAt } from '@/lib/server/database/task-sql';
import { Prisma } from '@/lib/server/generated/client';

const storedEdit = z.object({
  text: z.string().nullable(),
  version: z.number(),
  /** The number of the filed version that stood there at the time of the edit. */
  editedFrom: z.number(),
  by: z.string(),
  at: instantText,
});

/** The division's text in place of a section, or null where it restored the original. */
export type StoredEdit = z.output<typeof storedEdit>;

const summaryEntry = z.object({
  id: z.string(),
  position: z.number(),
  reportId: z.string(),
  agencyName: z.string(),
  taskCode: z.string(),
  taskText: z.string(),
  versionNumber: z.number(),
  receiptNumber: z.string(),
  filedAt: z.date(),
  /** The report's present status. */
  status: statusColumn,
  latest: z.number(),
  /** Null where the filed version has no entry for the task. */
  content: z.looseObject({}).nullable(),
  /** The form with which the version was filed. */
  form: formColumn,
  /** The division's open internal remarks on this task of the version; a section of null stands for the whole task. */
  remarks: z.array(z.object({ section: z.string().nullable(), text: z.string(), by: z.string() })),
  edits: z
    .record(z.string(), storedEdit)
    .nullable()
    .transform((edits) => edits ?? {}),
});

/** One task of one report in a draft: the filed text, and the edits of it. */
export type SummaryEntry = z.output<typeof summaryEntry>;

const editsOfEntry = Prisma.sql`(
  SELECT jsonb_object_agg(p.section, jsonb_build_object('text', p.text, 'version', p.version, 'editedFrom', f.number,
    'by', c."displayName", 'at', p."changedAt"))
  FROM "SummaryPassage" p JOIN "FiledVersion" f ON f.id = p."editedFromId" JOIN "Account" c ON c.id = p."changedById"
  WHERE p."entryId" = e.id)`;

/** The same rule as `openInternalRemarks` in lib/domain/review/remarks.ts, over a remark m on the version of an entry. */
const isOpenRemark = Prisma.sql`m.audience = 'division' AND m."withdrawnAt" IS NULL`;

const remarksOfEntry = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('section', m.section, 'text', m.text, 'by', c."displayName")
    ORDER BY m."writtenAt", m.id)
  FROM "Remark" m JOIN "Account" c ON c.id = m."writtenById"
  WHERE m."filedVersionId" = e."filedVersionId" AND m."taskId" = e."taskId" AND ${isOpenRemark}), '[]')`;

const contentOfEntry = Prisma.sql`(
  SELECT x FROM jsonb_array_elements(v.snapshot -> 'entries') x WHERE x ->> 'taskId' = e."taskId"::text LIMIT 1)`;

const taskText = textAt(Prisma.sql`v."filedAt"`);

/** Condition: a report r belongs to a plan of the division's scope; of none for an agency. */
const ofDivision = (scope: ReportScope) => periodCondition(scope, Prisma.sql`r."periodId"`);

/** Lists the entries of the units in a range of positions, both ends included, in order. */
export async function listEntries(
  scope: ReportScope,
  { summaryId, first, last }: { summaryId: string; first: number; last: number },
  client: Transaction = db,
): Promise<SummaryEntry[]> {
  return rowsOf(summaryEntry, client)`
    SELECT e.id, e.position, e."reportId", ${agencyNameInPeriod()} AS "agencyName", t.code AS "taskCode", ${taskText} AS "taskText",
      v.number AS "versionNumber", v."receiptNumber", v."filedAt", r.status::text, r."filedVersions" AS latest,
      ${contentOfEntry} AS content, coalesce(v.snapshot -> 'form', to_jsonb(l.rhythm)) AS form,
      ${editsOfEntry} AS edits, ${remarksOfEntry} AS remarks
    FROM "SummaryEntry" e
    JOIN "Report" r ON r.id = e."reportId" JOIN "Agency" a ON a.id = r."agencyId" JOIN "Task" t ON t.id = e."taskId"
    JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
    JOIN "FiledVersion" v ON v.id = e."filedVersionId"
    WHERE e."summaryId" = ${summaryId}::uuid AND e.position BETWEEN ${first} AND ${last} AND ${ofDivision(scope)}
    ORDER BY e.position, t.position, t.id, e.id`;
}

const summaryUnit = z.object({
  id: z.string(),
  position: z.number(),
  agencyName: z.string(),
  taskText: z.string(),
  tasks: z.number(),
});
export type SummaryUnit = z.output<typeof summaryUnit>;

/** Lists the units of a draft in a range of positions without their texts, for reordering. */
export function listUnits(
  scope: ReportScope,
  { summaryId, first, last }: { summaryId: string; first: number; last: number },
): Promise<SummaryUnit[]> {
  return rowsOf(summaryUnit)`
    SELECT min(e.id::text) AS id, e.position, min(${agencyNameInPeriod()}) AS "agencyName", min(${taskText}) AS "taskText", count(*)::int AS tasks
    FROM "SummaryEntry" e
    JOIN "Report" r ON r.id = e."reportId" JOIN "Agency" a ON a.id = r."agencyId" JOIN "Task" t ON t.id = e."taskId"
    JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "FiledVersion" v ON v.id = e."filedVersionId"
    WHERE e."summaryId" = ${summaryId}::uuid AND e.position BETWEEN ${first} AND ${last} AND ${ofDivision(scope)}
    GROUP BY e.position ORDER BY e.position`;
}

/** Counts the open internal remarks on the passages of a draft. */
export async function countOpenRemarks(scope: ReportScope, summaryId: string): Promise<number> {
  const [row] = await rowsOf(z.object({ count: z.number() }))`
    SELECT count(*)::int AS count
    FROM "SummaryEntry" e JOIN "Remark" m ON m."filedVersionId" = e."filedVersionId" AND m."taskId" = e."taskId"
      JOIN "Report" r ON r.id = e."reportId"
    WHERE e."summaryId" = ${summaryId}::uuid AND ${isOpenRemark} AND ${ofDivision(scope)}`;
  return row?.count ?? 0;
}

const unsettledReport = z.object({ agencyName: z.string(), status: statusColumn });
export type UnsettledReport = z.output<typeof unsettledReport>;

/**
 * Lists the reports in a draft that could not enter it now, because they were returned, withdrawn or reopened since, in
 * the order of the annex.
 */
export function listUnsettled(
  scope: ReportScope,
  { id, includesFiled }: { id: string; includesFiled: boolean },
): Promise<UnsettledReport[]> {
  return rowsOf(unsettledReport)`
    SELECT ${agencyNameInPeriod()} AS "agencyName", r.status::text
    FROM "Report" r JOIN "Agency" a ON a.id = r."agencyId" JOIN "ReportingPeriod" p ON p.id = r."periodId"
    WHERE r.id IN (SELECT e."reportId" FROM "SummaryEntry" e WHERE e."summaryId" = ${id}::uuid)
      AND NOT r.status = ANY (${summarizedStatuses(includesFiled)}::text[]::"ReportStatus"[]) AND ${ofDivision(scope)}
    ORDER BY a.position, a.id`;
}
