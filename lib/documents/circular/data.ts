import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { DocumentPeriod } from '@/lib/domain/review/documents';
import type { FilingOutcome } from '@/lib/domain/review/filing-rate';
import { outcomeAt, periodCondition, scopeCondition } from '@/lib/reports/rows/data';
import type { Transaction } from '@/lib/server/database/db';
import { firstDueOn } from '@/lib/server/database/stored-deadline';

/** The reports of a plan that a document is about, as of `now` (portal's clock). */
export type DocumentFilter = { planCode: string; now: Date } & DocumentPeriod;

/** A due report, as far as the circular needs it. */
export type CircularReport = {
  periodCode: PeriodCode;
  outcome: FilingOutcome;
  /** The last day for the first filing: the period's, or the extension's. */
  dueOn: CivilDate;
  firstFiledAt: Date | null;
  /** The number of returns. */
  returns: number;
};

export type CircularAgency = { name: string; reports: CircularReport[] };

type StoredReport = Omit<CircularReport, 'firstFiledAt'> & { firstFiledAt: string | null };
type Row = { id: string; name: string; position: number; reports: StoredReport[] };

const batch = 200;

const withinPeriod = ({ periodCode, year, now }: DocumentFilter) =>
  periodCondition({ periodCode, year: year ?? undefined, now });

function queryAgencies(client: Transaction, scope: ReportScope, filter: DocumentFilter, after: Row | undefined) {
  return client.$queryRaw<Row[]>`
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
    yield rows.map(({ name, reports }) => ({
      name,
      reports: reports.map((report) => ({
        ...report,
        firstFiledAt: report.firstFiledAt === null ? null : new Date(report.firstFiledAt),
      })),
    }));
    after = rows.length === batch ? rows.at(-1) : undefined;
  } while (after);
}

export type CoveredPeriod = { code: PeriodCode; dueOn: CivilDate; provisional: boolean };

/** Lists the periods that a document is about, in order, each with the last day of its period. */
export function listCoveredPeriods(client: Transaction, filter: DocumentFilter): Promise<CoveredPeriod[]> {
  return client.$queryRaw<CoveredPeriod[]>`
    SELECT p.quarter AS code, p."dueOn"::text AS "dueOn", p.provisional FROM "ReportingPeriod" p
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode}) AND ${withinPeriod(filter)}
    ORDER BY p.quarter`;
}
