import 'server-only';
import { z } from 'zod';
import type { DocumentFilter } from '@/lib/documents/periods/data';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { EntryContent } from '@/lib/domain/report/entry';
import type { ReportStatus } from '@/lib/domain/report/report';
import { type FilingOutcome, filingOutcomes } from '@/lib/domain/review/filing-rate';
import { outcomeAt } from '@/lib/reports/rows/data';
import { storedContent } from '@/lib/schemas/entry';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { owedWithin } from '@/lib/server/database/office-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsIn, reportsOnTask, textInReport } from '@/lib/server/database/task-sql';
import { Prisma } from '@/lib/server/generated/client';

/** One task in one report of a period. */
export type LedgerRow = {
  periodCode: PeriodCode;
  taskCode: string;
  taskText: string;
  leadAgency: string;
  supportingAgencies: string[];
  status: ReportStatus;
  outcome: FilingOutcome;
  /**
   * The filed text, where the report lies with the division; a text that an agency is still writing, or writing again,
   * is not read.
   */
  filed: (EntryContent & { receiptNumber: string; filedAt: Date }) | null;
};

const reportRow = z.object({
  reportId: z.string(),
  periodCode: periodColumn,
  position: z.number(),
  taskCode: z.string(),
  taskText: z.string(),
  leadAgency: z.string(),
  supportingAgencies: z.array(z.string()),
  status: statusColumn,
  outcome: z.enum(filingOutcomes),
  receiptNumber: z.string().nullable(),
  filedAt: z.date().nullable(),
  content: storedContent.nullable(),
});
/** A task that nobody reports on in the period has a row without a report. */
const rowSchema = z.union([reportRow, z.object({ reportId: z.null(), position: z.number() })]);
type Row = z.output<typeof rowSchema>;

const countRow = z.object({ count: z.number() });

const batch = 50;

/** The tasks t of a plan in a period p. */
const tasksOf = (planCode: string, period: Prisma.Sql) => Prisma.sql`
  "Task" t JOIN "ReportingPeriod" p ON p."planId" = t."planId" AND ${period}
  AND t."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})`;

/** Counts the rows of the ledger. */
export async function countLedgerRows(client: Transaction, scope: ReportScope, filter: DocumentFilter) {
  const { planCode, codes } = filter;
  const period = Prisma.sql`p.quarter = ANY (${codes})`;
  const [row] = await rowsOf(countRow, client)`
    SELECT count(*)::int AS count
    FROM ${tasksOf(planCode, period)} JOIN LATERAL (${reportsOnTask}) r ON ${owedWithin(scope)}`;
  return row?.count ?? 0;
}

type Place = { periodCode: PeriodCode; position: number };

/** A few tasks of one period, so that each batch continues in the index of the plan's tasks where the last one ended. */
async function queryRows(
  client: Transaction,
  scope: ReportScope,
  { planCode, now }: DocumentFilter,
  after: Place,
): Promise<Row[]> {
  return rowsOf(rowSchema, client)`
    WITH page AS MATERIALIZED (
      SELECT t.id, t.position FROM ${tasksOf(planCode, Prisma.sql`p.quarter = ${after.periodCode}`)}
      WHERE t.position > ${after.position} ORDER BY t.position LIMIT ${batch}
    )
    SELECT g.position, r.id AS "reportId", p.quarter AS "periodCode", t.code AS "taskCode", ${textInReport} AS "taskText",
      ${agencyNameInPeriod()} AS "leadAgency",
      ARRAY(SELECT ${agencyNameInPeriod('b')} FROM "SupportingAgency" s JOIN "Agency" b ON b.id = s."agencyId"
        WHERE s."taskId" = g.id AND ${holdsIn('s')} ORDER BY b.position, b.id) AS "supportingAgencies",
      r.status::text, ${outcomeAt(now)} AS outcome, v."receiptNumber", v."filedAt", e.content
    FROM page g
    JOIN "Task" t ON t.id = g.id
    JOIN "ReportingPeriod" p ON p."planId" = t."planId" AND p.quarter = ${after.periodCode}
    LEFT JOIN LATERAL (${reportsOnTask}) r ON ${owedWithin(scope)}
    LEFT JOIN "Agency" a ON a.id = r."agencyId"
    LEFT JOIN "FiledVersion" v ON v."reportId" = r.id AND v.number = r."filedVersions" AND ${isWithDivision()}
    LEFT JOIN "Entry" e ON e."reportId" = r.id AND e."taskId" = g.id
    ORDER BY g.position, a.position, a.id`;
}

function rowOf(row: Row): LedgerRow[] {
  if (row.reportId === null) return [];
  const { receiptNumber, filedAt, content, position: _, reportId: __, ...facts } = row;
  const isFiled = receiptNumber !== null && filedAt !== null && content !== null;
  return [{ ...facts, filed: isFiled ? { ...content, receiptNumber, filedAt } : null }];
}

async function* listPeriod(
  client: Transaction,
  scope: ReportScope,
  filter: DocumentFilter,
  periodCode: PeriodCode,
): AsyncGenerator<LedgerRow[]> {
  let after: Place | undefined = { periodCode, position: -1 };
  while (after) {
    const rows: Row[] = await queryRows(client, scope, filter, after);
    yield rows.flatMap(rowOf);
    const last = rows.at(-1);
    after = last && { periodCode, position: last.position };
  }
}

/** Lists every task in every period of the document, by period and in the order of the annex, in batches. */
export async function* listLedgerRows(
  client: Transaction,
  scope: ReportScope,
  filter: DocumentFilter,
): AsyncGenerator<LedgerRow[]> {
  for (const periodCode of filter.codes) yield* listPeriod(client, scope, filter, periodCode);
}
