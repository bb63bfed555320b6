import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** Condition: a lead, or a support, holds in a period; `row` and `period` name them, as in "TaskLead" d, p.quarter. */
export function holdsIn(row = 'd', period = 'p.quarter'): Prisma.Sql {
  return Prisma.raw(`((${row}."fromPeriod" IS NULL OR ${row}."fromPeriod" <= ${period})
    AND (${row}."untilPeriod" IS NULL OR ${row}."untilPeriod" > ${period}))`);
}

/**
 * Who owes entries: a table of tasks, periods and agencies, to be joined as `${taskDuties} u`. Each lead of a task owes
 * one in the periods in which it holds; where the plan asks the first lead alone (`leadsReporting`), the first of them.
 */
export const taskDuties = Prisma.sql`(
  SELECT t.id AS "taskId", t."planId", p.id AS "periodId", p.quarter, d."agencyId", d.position
  FROM "TaskLead" d
    JOIN "Task" t ON t.id = d."taskId"
    JOIN "Plan" l ON l.id = t."planId"
    JOIN "ReportingPeriod" p ON p."planId" = t."planId"
  WHERE ${holdsIn('d')} AND (l."leadsReporting" = 'each' OR NOT EXISTS (
    SELECT FROM "TaskLead" b WHERE b."taskId" = d."taskId" AND b.position < d.position AND ${holdsIn('b')})))`;
