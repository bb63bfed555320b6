import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import type { DocumentPeriod } from '@/lib/domain/review/documents';
import { filingOutcomes } from '@/lib/domain/review/filing-rate';
import { outcomeAt, periodCondition, scopeCondition } from '@/lib/reports/rows/data';
import { civilDateColumn, instantText, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { firstDueOn } from '@/lib/server/database/stored-deadline';

/** The reports of a plan that a document is about, as of `now` (portal's clock). */
export type DocumentFilter = { planCode: string; now: Date } & DocumentPeriod;

const circularReport = z.object({
  periodCode: periodColumn,
  outcome: z.enum(filingOutcomes),
  /** The last day for the first filing: the period's, or the extension's. */
  dueOn: civilDateColumn,
  firstFiledAt: instantText.nullable(),
  /** The number of returns. */
  returns: z.number(),
});

/** A due report, as far as the circular needs it. */
export type CircularReport = z.output<typeof circularReport>;

export type CircularAgency = { name: string; reports: CircularReport[] };

const agencyRow = z.object({
  id: z.string(),
  name: z.string(),
  position: z.number(),
  reports: z.array(circularReport),
});
type Row = z.output<typeof agencyRow>;

const batch = 200;

const withinPeriod = ({ periodCode, year, now }: DocumentFilter) =>
  periodCondition({ periodCode, year: year ?? undefined, now });

function queryAgencies(client: Transaction, scope: ReportScope, filter: DocumentFilter, after: Row | undefined) {
  return rowsOf(agencyRow, client)`
    SELECT a.id, a.name, a.position, json_agg(json_build_object(
        'periodCode', p.quarter, 'outcome', ${outcomeAt(filter.now)},
        'dueOn', ${firstDueOn},
        'firstFiledAt', (SELECT v."filedAt" FROM "FiledVersion" v WHERE v."reportId" = r.id AND v.number = 1),
        'returns', (SELECT count(*) FROM "Review" w WHERE w."reportId" = r.id AND w.outcome = 'returned')
      ) ORDER BY p.quarter) AS reports
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode})
      AND ${scopeCondition(scope)} AND ${withinPeriod(filter)}
      AND (a.position, a.id) > (${after?.position ?? -1}, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    GROUP BY a.id ORDER BY a.position, a.id LIMIT ${batch}`;
}

/** Lists every agency with its reports of the period, in the order of the annex, in batches. */
export async function* listCircularAgencies(
  client: Transaction,
  scope: ReportScope,
  filter: DocumentFilter,
): AsyncGenerator<CircularAgency[]> {
  let after: Row | undefined;
  do {
    const rows: Row[] = await queryAgencies(client, scope, filter, after);
    yield rows.map(({ name, reports }) => ({ name, reports }));
    after = rows.length === batch ? rows.at(-1) : undefined;
  } while (after);
}

const coveredPeriod = z.object({ code: periodColumn, dueOn: civilDateColumn, provisional: z.boolean() });
export type CoveredPeriod = z.output<typeof coveredPeriod>;

/** Lists the periods that a document is about, in order, each with the last day of its period. */
export function listCoveredPeriods(client: Transaction, filter: DocumentFilter): Promise<CoveredPeriod[]> {
  return rowsOf(coveredPeriod, client)`
    SELECT p.quarter AS code, p."dueOn"::text AS "dueOn", p.provisional FROM "ReportingPeriod" p
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode}) AND ${withinPeriod(filter)}
    ORDER BY p.quarter`;
}
