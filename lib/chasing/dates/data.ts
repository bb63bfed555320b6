import 'server-only';
import { z } from 'zod';
import { periodColumn } from '@/lib/server/database/columns';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { agencyHasSeveral } from '@/lib/server/database/plan-sql';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields, withDeadline } from '@/lib/server/database/stored-deadline';

const openedRow = z.object({
  id: z.string(),
  version: z.number(),
  agencyId: z.string(),
  periodCode: periodColumn,
  planTitle: z.string(),
  isOneOfSeveral: z.boolean(),
  ...deadlineFields,
});

const openedOf = (row: z.output<typeof openedRow>) => ({ ...withDeadline(row), provisional: row.provisional });

/** A report that is not filed, of a period that has just opened. */
export type OpenedReport = ReturnType<typeof openedOf>;

/** Lists the reports that are not filed of the periods that opened between two instants, the second included. */
export async function listOpened({ after, until }: { after: Date; until: Date }): Promise<OpenedReport[]> {
  const rows = await rowsOf(openedRow)`
    SELECT r.id, r.version, r."agencyId", p.quarter AS "periodCode", l.title AS "planTitle",
      ${agencyHasSeveral} AS "isOneOfSeveral", ${deadlineColumns}
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE p."opensAt" > ${after} AND p."opensAt" <= ${until} AND ${isOpenPeriod()} AND ${isWithAgency()}
    ORDER BY p.quarter, a.position, a.id`;
  return rows.map(openedOf);
}
