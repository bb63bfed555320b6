import 'server-only';
import { z } from 'zod';
import type { Handover } from '@/lib/domain/agencies/changes';
import type { Transaction } from '@/lib/server/database/db';
import { takeInTasks } from '@/lib/server/database/report-entries';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';

const writtenRow = z.object({
  id: z.string(),
  fromReportId: z.string(),
  reportId: z.string(),
  /** The blank entry of the report to which the text passes. */
  blankId: z.string().nullable(),
});

/**
 * Lets what an agency has written on a task and not handed in pass to the report of its successor, with the files and what
 * supporting agencies offered. A text that the successor has begun by itself stays, and so does the older one where it is.
 */
export async function passOnTexts(
  transaction: Transaction,
  agencyId: string,
  { taskId, successorId }: Handover,
): Promise<void> {
  const written = await rowsOf(writtenRow, transaction)`
    SELECT e.id, r.id AS "fromReportId", s.id AS "reportId", n.id AS "blankId"
    FROM "Entry" e JOIN "Report" r ON r.id = e."reportId"
      JOIN "Report" s ON s."periodId" = r."periodId" AND s."agencyId" = ${successorId}::uuid AND NOT ${isWithDivision('s')}
      LEFT JOIN "Entry" n ON n."reportId" = s.id AND n."taskId" = e."taskId"
    WHERE e."taskId" = ${taskId}::uuid AND r."agencyId" = ${agencyId}::uuid AND e."takenOutAt" IS NOT NULL
      AND e."fieldSaves"::text <> '{}' AND (n.id IS NULL OR n."fieldSaves"::text = '{}')`;
  for (const { id, fromReportId, reportId, blankId } of written) {
    if (blankId) await transaction.entry.delete({ where: { id: blankId }, select: { id: true } });
    await transaction.entry.update({ where: { id }, data: { reportId, takenOutAt: null }, select: { id: true } });
    const where = { reportId: fromReportId, taskId };
    await transaction.evidence.updateMany({ where, data: { reportId } });
    await transaction.contribution.updateMany({ where, data: { reportId } });
    const increment = { version: { increment: 1 }, contentVersion: { increment: 1 } };
    await transaction.report.update({ where: { id: reportId }, data: increment, select: { id: true } });
    await transaction.report.updateMany({
      where: { id: reportId, status: 'not_started' },
      data: { status: 'draft' },
    });
  }
  await takeInTasks(transaction, [...new Set(written.map(({ reportId }) => reportId))]);
}
