import 'server-only';
import { type DocumentFilter, listDocumentQuarters } from '@/lib/documents/circular/data';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import type { EntryContent } from '@/lib/domain/report/completeness';
import type { ReportStatus } from '@/lib/domain/report/report';
import type { FilingOutcome } from '@/lib/domain/review/filing-rate';
import { outcomeAt, periodCondition, scopeCondition } from '@/lib/reports/rows/data';
import type { Transaction } from '@/lib/server/database/db';
import { Prisma } from '@/lib/server/generated/client';

/** One task in one quarter. */
export type LedgerRow = {
  quarter: Quarter;
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

type Row = EntryContent & {
  quarter: Quarter;
  position: number;
  taskCode: string;
  taskText: string;
  leadAgency: string;
  supportingAgencies: string[];
  status: ReportStatus;
  outcome: FilingOutcome;
  receiptNumber: string | null;
  filedAt: Date | null;
};

const batch = 100;

/** The tasks t of a plan in a quarter p, with the report r of the lead agency. */
const tasksOf = (scope: ReportScope, planCode: string, period: Prisma.Sql) => Prisma.sql`
  "Task" t
  JOIN "ReportingPeriod" p ON p."planId" = t."planId" AND ${period}
  JOIN "Report" r ON r."periodId" = p.id AND r."agencyId" = t."leadAgencyId" AND ${scopeCondition(scope)}
  WHERE t."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})`;

/** Counts the rows of the ledger. */
export async function countLedgerRows(client: Transaction, scope: ReportScope, filter: DocumentFilter) {
  const { planCode, quarter, year, now } = filter;
  const period = periodCondition({ quarter, year: year ?? undefined, now });
  const [row] = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${tasksOf(scope, planCode, period)}`;
  return row?.count ?? 0;
}

type Place = { quarter: Quarter; position: number };

/** One quarter at a time, so that each batch continues in the index of the plan's tasks where the last one ended. */
function queryRows(client: Transaction, scope: ReportScope, { planCode, now }: DocumentFilter, after: Place) {
  return client.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT t.id, t.position, t.code, t.text, t."leadAgencyId", p.quarter, r.id AS "reportId", r.status,
        r."filedVersions", ${outcomeAt(now)} AS outcome
      FROM ${tasksOf(scope, planCode, Prisma.sql`p.quarter = ${after.quarter}`)} AND t.position > ${after.position}
      ORDER BY t.position LIMIT ${batch}
    )
    SELECT g.quarter, g.position, g.code AS "taskCode", g.text AS "taskText", a.name AS "leadAgency",
      ARRAY(SELECT b.name FROM "SupportingAgency" s JOIN "Agency" b ON b.id = s."agencyId"
        WHERE s."taskId" = g.id ORDER BY b.position, b.id) AS "supportingAgencies",
      g.status::text, g.outcome, v."receiptNumber", v."filedAt",
      e.progress, e.problems, e.results, e."nextSteps", e."noProgress", e."noProgressReason", e."noProblems",
      e.light::text
    FROM page g
    JOIN "Agency" a ON a.id = g."leadAgencyId"
    LEFT JOIN "FiledVersion" v ON v."reportId" = g."reportId" AND v.number = g."filedVersions"
      AND g.status IN ('filed', 'accepted')
    LEFT JOIN "Entry" e ON e."reportId" = g."reportId" AND e."taskId" = g.id
    ORDER BY g.position`;
}

function rowOf({ receiptNumber, filedAt, ...row }: Row): LedgerRow {
  const { quarter, taskCode, taskText, leadAgency, supportingAgencies, status, outcome } = row;
  const { progress, problems, results, nextSteps, noProgress, noProgressReason, noProblems, light } = row;
  const isFiled = receiptNumber !== null && filedAt !== null && progress !== null;
  const entry = { progress, problems, results, nextSteps, noProgress, noProgressReason, noProblems, light };
  return {
    ...{ quarter, taskCode, taskText, leadAgency, supportingAgencies, status, outcome },
    filed: isFiled ? { ...entry, receiptNumber, filedAt } : null,
  };
}

async function* listQuarter(
  client: Transaction,
  scope: ReportScope,
  filter: DocumentFilter,
  quarter: Quarter,
): AsyncGenerator<LedgerRow[]> {
  let after: Place | undefined = { quarter, position: -1 };
  while (after) {
    const rows: Row[] = await queryRows(client, scope, filter, after);
    yield rows.map(rowOf);
    after = rows.length === batch ? rows.at(-1) : undefined;
  }
}

/** Lists every task in every quarter of the document, by quarter and in the order of the annex, in batches. */
export async function* listLedgerRows(
  client: Transaction,
  scope: ReportScope,
  filter: DocumentFilter,
): AsyncGenerator<LedgerRow[]> {
  for (const { quarter } of await listDocumentQuarters(client, filter))
    yield* listQuarter(client, scope, filter, quarter);
}
