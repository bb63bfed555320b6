import 'server-only';
import { Prisma } from '@/lib/server/generated/client';
import type { Transaction } from './db';
import { isWithDivision } from './report-sql';
import { taskDuties } from './task-sql';

/** The tasks that the agency of a report r owes in its period, as rows u. */
const dutiesOfReport = Prisma.sql`${taskDuties} u WHERE u."periodId" = r."periodId" AND u."agencyId" = r."agencyId"`;

/**
 * Gives reports that an agency is writing the tasks that it owes in their periods: a blank entry for each that has none,
 * the earlier one for a task that came back. An entry of a task that is not owed any more is taken out, and keeps its
 * text. Reports that were filed stay as they were filed.
 */
export async function takeInTasks(transaction: Transaction, reportIds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Entry" (id, "reportId", "taskId", "updatedAt")
    SELECT gen_random_uuid(), r.id, u."taskId", portal_now()
    FROM "Report" r JOIN ${taskDuties} u ON u."periodId" = r."periodId" AND u."agencyId" = r."agencyId"
    WHERE r.id = ANY(${reportIds}::uuid[]) AND r.status <> 'not_started' AND NOT ${isWithDivision()}
    ON CONFLICT ("reportId", "taskId") DO UPDATE SET "takenOutAt" = NULL WHERE "Entry"."takenOutAt" IS NOT NULL`;
  await transaction.$executeRaw`
    UPDATE "Entry" e SET "takenOutAt" = portal_now()
    FROM "Report" r
    WHERE e."reportId" = r.id AND r.id = ANY(${reportIds}::uuid[]) AND NOT ${isWithDivision()}
      AND e."takenOutAt" IS NULL AND NOT EXISTS (SELECT FROM ${dutiesOfReport} AND u."taskId" = e."taskId")`;
  await transaction.$executeRaw`
    UPDATE "Report" r SET owed = NOT r.owed
    WHERE r.id = ANY(${reportIds}::uuid[]) AND NOT ${isWithDivision()} AND r.owed <> EXISTS (SELECT FROM ${dutiesOfReport})`;
}
