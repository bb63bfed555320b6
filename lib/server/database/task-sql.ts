import 'server-only';
import { Prisma } from '@/lib/server/generated/client';
import { isWithAgency, isWithDivision } from './report-sql';

/** The code of a task at a place of a plan, which repeats `taskCodeOf`. */
export const taskCode = (planCode: string, place: Prisma.Sql) =>
  Prisma.sql`${planCode} || '-' || lpad((${place})::text, greatest(2, length((${place})::text)), '0')`;

/** Condition: a lead, or a support, holds in a period; `row` and `period` name them, as in "TaskLead" d, p.quarter. */
export function holdsIn(row = 'd', period = 'p.quarter'): Prisma.Sql {
  return Prisma.raw(`((${row}."fromPeriod" IS NULL OR ${row}."fromPeriod" <= ${period})
    AND (${row}."untilPeriod" IS NULL OR ${row}."untilPeriod" > ${period}))`);
}

/**
 * Condition: a lead d of a task t owes entries in a period p. Each that holds does; where the plan asks the first lead
 * alone (`leadsReporting`), the first of them.
 */
const owes = Prisma.sql`${holdsIn()} AND (NOT EXISTS (
    SELECT FROM "TaskLead" b WHERE b."taskId" = d."taskId" AND b.position < d.position AND ${holdsIn('b')})
  OR (SELECT l."leadsReporting" FROM "Plan" l WHERE l.id = p."planId") = 'each')`;

/** The duties of agencies: a table of tasks, periods and agencies, to be joined as `${taskDuties} u`. */
export const taskDuties = Prisma.sql`(
  SELECT t.id AS "taskId", t."planId", p.id AS "periodId", d."agencyId"
  FROM "TaskLead" d JOIN "Task" t ON t.id = d."taskId" JOIN "ReportingPeriod" p ON p."planId" = t."planId"
  WHERE ${owes})`;

/**
 * The reports r that have a task t of a period p, for a LATERAL join: those that were filed with it, and those in which
 * it is owed and that lie with their agency.
 */
export const reportsOnTask = Prisma.sql`
  SELECT r.* FROM "TaskLead" d JOIN "Report" r ON r."agencyId" = d."agencyId" AND r."periodId" = p.id
  WHERE d."taskId" = t.id AND ${isWithAgency()} AND ${owes}
  UNION ALL
  SELECT r.* FROM "Entry" e JOIN "Report" r ON r.id = e."reportId" AND r."periodId" = p.id
  WHERE e."taskId" = t.id AND e."takenOutAt" IS NULL AND ${isWithDivision()}`;

/** The ids of the tasks of a report r of a period p: those that it was filed with, else those that are owed in it. */
export const tasksOfReport = Prisma.sql`
  SELECT e."taskId" FROM "Entry" e WHERE e."reportId" = r.id AND e."takenOutAt" IS NULL AND ${isWithDivision()}
  UNION ALL
  SELECT u."taskId" FROM ${taskDuties} u
  WHERE u."periodId" = r."periodId" AND u."agencyId" = r."agencyId" AND NOT ${isWithDivision()}`;

/** When the version of a report r was filed that it lies with the division by; null while it lies with its agency. */
const filedAt = Prisma.sql`(
  SELECT v."filedAt" FROM "FiledVersion" v
  WHERE v."reportId" = r.id AND v.number = r."filedVersions" AND ${isWithDivision()})`;

/** A task t as a report r of a period p has it: as it was filed, or as it is in the period. */
export const taskOfReport = Prisma.sql`task_in(t, p.quarter, ${filedAt})`;

/** The text of a task t in a period p as it was at an instant. Few tasks are amended, so that the others are not rebuilt. */
export const textAt = (instant: Prisma.Sql) => Prisma.sql`
  CASE WHEN EXISTS (SELECT FROM "TaskAmendment" m WHERE m."taskId" = t.id) THEN (task_in(t, p.quarter, ${instant})).text
  ELSE t.text END`;

/** The text of a task t in a report r of a period p. */
export const textInReport = Prisma.sql`${textAt(filedAt)}`;
