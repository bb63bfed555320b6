import 'server-only';
import { z } from 'zod';
import type { DocumentFilter } from '@/lib/documents/periods/data';
import type { ReportScope } from '@/lib/domain/authorization';
import { filingOutcomes } from '@/lib/domain/review/filing-rate';
import { outcomeAt } from '@/lib/reports/rows/data';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { civilDateColumn, instantText, periodColumn } from '@/lib/server/database/columns';
import type { Transaction } from '@/lib/server/database/db';
import { owedWithin } from '@/lib/server/database/office-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { isPeriodClosedAt } from '@/lib/server/database/stored-deadline';
import { Prisma } from '@/lib/server/generated/client';

const circularReport = z.object({
  periodCode: periodColumn,
  outcome: z.enum(filingOutcomes),
  /** The period itself has not closed yet. */
  isPeriodOpen: z.boolean(),
  /** The last day of the period, and that of an extension. */
  dueOn: civilDateColumn,
  extendedOn: civilDateColumn.nullable(),
  /** The time of the first filing that was not withdrawn. */
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

/** A filed version was not withdrawn if it was returned, or lies with the division. */
const firstFiledAt = Prisma.sql`(
  SELECT min(v."filedAt") FROM "FiledVersion" v WHERE v."reportId" = r.id AND (
    ${isWithDivision()} AND v.number = r."filedVersions"
    OR EXISTS (SELECT FROM "Review" w WHERE w."filedVersionId" = v.id AND w.outcome = 'returned')))`;

function queryAgencies(client: Transaction, scope: ReportScope, { planCode, codes, now }: DocumentFilter, after?: Row) {
  return rowsOf(agencyRow, client)`
    SELECT a.id, (array_agg(${agencyNameInPeriod()} ORDER BY p.quarter DESC))[1] AS name, a.position, json_agg(json_build_object(
        'periodCode', p.quarter, 'outcome', ${outcomeAt(now)}, 'isPeriodOpen', NOT ${isPeriodClosedAt(now)},
        'dueOn', p."dueOn", 'extendedOn', r."extendedDueOn", 'firstFiledAt', ${firstFiledAt},
        'returns', (SELECT count(*) FROM "Review" w WHERE w."reportId" = r.id AND w.outcome = 'returned')
      ) ORDER BY p.quarter) AS reports
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})
      AND ${owedWithin(scope)} AND p.quarter = ANY (${codes})
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
