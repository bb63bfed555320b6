import 'server-only';
import { z } from 'zod';
import type { DocumentFilter } from '@/lib/documents/periods/data';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { EntryContent } from '@/lib/domain/report/entry';
import type { ReportStatus } from '@/lib/domain/report/report';
import { type FilingOutcome, filingOutcomes } from '@/lib/domain/review/filing-rate';
import { outcomeAt } from '@/lib/reports/rows/data';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { entryContentSchema, entryObject } from '@/lib/server/database/entry-sql';
import { scopeCondition } from '@/lib/server/database/office-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';

/** One task in one period. */
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

const rowSchema = z.object({
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
  entry: entryContentSchema.nullable(),
});
type Row = z.output<typeof rowSchema>;

const countRow = z.object({ count: z.number() });

const batch = 50;

/** The tasks t of a plan in a period p, with the report r of the lead agency. */
const tasksOf = (scope: ReportScope, planCode: string, period: Prisma.Sql) => Prisma.sql`
  "Task" t
  JOIN "ReportingPeriod" p ON p."planId" = t."planId" AND ${period}
  JOIN "Report" r ON r."periodId" = p.id AND r."agencyId" = t."leadAgencyId" AND ${scopeCondition(scope)}
  WHERE t."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})`;

/** Counts the rows of the ledger. */
export async function countLedgerRows(client: Transaction, scope: ReportScope, filter: DocumentFilter) {
  const { planCode, codes } = filter;
  const period = Prisma.sql`p.quarter = ANY (${codes})`;
  const [row] = await rowsOf(countRow, client)`
    SELECT count(*)::int AS count FROM ${tasksOf(scope, planCode, period)}`;
  return row?.count ?? 0;
}

type Place = { periodCode: PeriodCode; position: number };

/** One period at a time, so that each batch continues in the index of the plan's tasks where the last one ended. */
async function queryRows(
  client: Transaction,
  scope: ReportScope,
  { planCode, now }: DocumentFilter,
  after: Place,
): Promise<Row[]> {
  return rowsOf(rowSchema, client)`
    WITH page AS MATERIALIZED (
      SELECT t.id, t.position, t.code, t.text, t."leadAgencyId", p.quarter AS "periodCode", r.id AS "reportId", r.status,
        r."filedVersions", ${outcomeAt(now)} AS outcome
      FROM ${tasksOf(scope, planCode, Prisma.sql`p.quarter = ${after.periodCode}`)} AND t.position > ${after.position}
      ORDER BY t.position LIMIT ${batch}
    )
    SELECT g."periodCode", g.position, g.code AS "taskCode", g.text AS "taskText", a.name AS "leadAgency",
      ARRAY(SELECT b.name FROM "SupportingAgency" s JOIN "Agency" b ON b.id = s."agencyId"
        WHERE s."taskId" = g.id ORDER BY b.position, b.id) AS "supportingAgencies",
      g.status::text, g.outcome, v."receiptNumber", v."filedAt",
      ${entryObject()} AS entry
    FROM page g
    JOIN "Agency" a ON a.id = g."leadAgencyId"
    LEFT JOIN "FiledVersion" v ON v."reportId" = g."reportId" AND v.number = g."filedVersions"
      AND ${isWithDivision('g')}
    LEFT JOIN "Entry" e ON e."reportId" = g."reportId" AND e."taskId" = g.id
    ORDER BY g.position`;
}

function rowOf({ receiptNumber, filedAt, entry, position: _, ...row }: Row): LedgerRow {
  const isFiled = receiptNumber !== null && filedAt !== null && entry !== null;
  return { ...row, filed: isFiled ? { ...entry, receiptNumber, filedAt } : null };
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
    yield rows.map(rowOf);
    after = rows.length === batch ? rows.at(-1) : undefined;
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
