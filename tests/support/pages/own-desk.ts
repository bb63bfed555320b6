import type { ReportStatus } from '@/lib/domain/report/report';
import type { OwnPortal } from '../own-portal';
import { type MadeReport, makeReport } from '../reports';

/** Stores reports of one plan and period, each of an agency with the given name, in the order of the plan's annex. */
export async function makeDesk(
  portal: OwnPortal,
  wanted: readonly { agency: string; status: ReportStatus }[],
): Promise<MadeReport[]> {
  const reports: MadeReport[] = [];
  for (const [index, { agency, status }] of wanted.entries()) {
    const report = await makeReport({ status, tasks: 1, run: portal.sql });
    reports.push(report);
    await portal.sql('UPDATE "Agency" SET name = $2, position = $3 WHERE id = $1', [report.agencyId, agency, index]);
    const [first = report] = reports;
    await portal.sql('UPDATE "Report" SET "periodId" = $2 WHERE id = $1', [report.id, first.periodId]);
    if (report !== first) {
      await portal.sql(
        'UPDATE "Task" SET "planId" = n.id, position = $3, code = $4 FROM "Plan" n WHERE n.code = $2 AND "Task".id = ANY($1)',
        [report.taskIds, first.planCode, index + 100, `${first.planCode}-${index + 100}`],
      );
      await portal.sql('DELETE FROM "ReportingPeriod" WHERE id = $1', [report.periodId]);
      await portal.sql('DELETE FROM "Plan" WHERE code = $1', [report.planCode]);
    }
  }
  return reports;
}
