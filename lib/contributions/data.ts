import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type ContributionOutcome, takesContributions } from '@/lib/domain/report/contributions';
import type { Section } from '@/lib/domain/report/entry';
import { agencyNameInPeriod, nameInPeriod, namesSelect } from '@/lib/server/database/agency-sql';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { isOwedPeriod } from '@/lib/server/database/period-sql';
import { rowsOf } from '@/lib/server/database/rows';
import {
  deadlineColumns,
  deadlineFields,
  lastDaysOfRow,
  type StoredDeadline,
} from '@/lib/server/database/stored-deadline';
import { deadlineRuleSchema, formColumn, planForm } from '@/lib/server/database/stored-json';
import { holdsIn, reportsOnTask, textInReport } from '@/lib/server/database/task-sql';
import type { Prisma } from '@/lib/server/generated/client';

const select = {
  id: true,
  reportId: true,
  taskId: true,
  section: true,
  text: true,
  writtenAt: true,
  writtenBy: { select: { displayName: true } },
  outcome: true,
  decidedAt: true,
} as const satisfies Prisma.ContributionSelect;

const order = [{ writtenAt: 'asc' }, { id: 'asc' }] as const satisfies Prisma.ContributionOrderByWithRelationInput[];

/** An agency's offer for one section of a task, with the decision on it. */
export type Contribution = {
  id: string;
  reportId: string;
  taskId: string;
  section: Section;
  text: string;
  writtenAt: Date;
  writtenBy: string;
  outcome: ContributionOutcome | null;
  decidedAt: Date | null;
};

export type OfferedContribution = Contribution & { taskCode: string; agencyName: string; decidedBy: string };

/** Lists the offers of supporting agencies for a report, oldest first; for its own agency alone. */
export async function listContributions(scope: ReportScope | null, reportId: string): Promise<OfferedContribution[]> {
  if (scope?.kind !== 'agency') return [];
  const rows = await db.contribution.findMany({
    where: { reportId, report: { agencyId: scope.agencyId } },
    orderBy: order,
    select: {
      ...select,
      task: { select: { code: true } },
      agency: { select: namesSelect },
      report: { select: { period: { select: { dueOn: true } } } },
      decidedBy: { select: { displayName: true } },
    },
  });
  return rows.map(({ writtenBy, task, agency, report, decidedBy, ...row }) => ({
    ...row,
    writtenBy: writtenBy.displayName,
    taskCode: task.code,
    agencyName: nameInPeriod(agency, report.period),
    decidedBy: decidedBy?.displayName ?? '',
  }));
}

/**
 * Counts the offers that wait for the agency's decision, by reports that it is still writing, the latest period first.
 */
export async function countPendingContributions(scope: ReportScope | null) {
  if (scope?.kind !== 'agency') return [];
  const reports = await db.report.findMany({
    where: {
      agencyId: scope.agencyId,
      owed: true,
      status: { in: ['not_started', 'draft', 'returned'] },
      contributions: { some: { outcome: null } },
    },
    orderBy: { period: { code: 'desc' } },
    select: {
      id: true,
      period: { select: { code: true } },
      _count: { select: { contributions: { where: { outcome: null } } } },
    },
  });
  return reports.map(({ id, period, _count }) => ({
    reportId: id,
    periodCode: period.code as PeriodCode,
    count: _count.contributions,
  }));
}

const supportedRow = z.object({
  reportId: z.string(),
  taskId: z.string(),
  taskCode: z.string(),
  taskText: z.string(),
  leadAgency: z.string(),
  periodCode: periodColumn,
  ...deadlineFields,
  rule: deadlineRuleSchema,
  form: formColumn,
  opensAt: z.date(),
  status: statusColumn,
});

/** A task that the agency supports, in one period: all that it may know of the lead agency's report. */
export type SupportedTask = Omit<z.output<typeof supportedRow>, 'opensAt' | 'status' | keyof StoredDeadline> & {
  isOpen: boolean;
  /** The last day in force of the lead agency's report, until which an offer is of use. */
  dueOn: CivilDate;
  provisional: boolean;
  /** The agency's own offers, oldest first. */
  contributions: Contribution[];
};

/** Lists every task that the agency supports in every period that has opened, the latest first. */
export async function listSupportedTasks(scope: ReportScope | null, now: Date): Promise<SupportedTask[]> {
  if (scope?.kind !== 'agency') return [];
  const rows = await rowsOf(supportedRow)`
    SELECT r.id AS "reportId", t.id AS "taskId", t.code AS "taskCode", ${textInReport} AS "taskText",
      ${agencyNameInPeriod()} AS "leadAgency",
      p.quarter AS "periodCode", p."opensAt", ${deadlineColumns}, l."deadlineRule" AS rule, ${planForm}, r.status::text
    FROM "SupportingAgency" s
      JOIN "Task" t ON t.id = s."taskId"
      JOIN "Plan" l ON l.id = t."planId"
      JOIN "ReportingPeriod" p ON p."planId" = t."planId"
      JOIN LATERAL (${reportsOnTask}) r ON true
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE s."agencyId" = ${scope.agencyId}::uuid AND ${isOwedPeriod()} AND p."opensAt" <= ${now} AND ${holdsIn('s')}
    ORDER BY p.quarter DESC, t.code, a.position`;
  const own = await db.contribution.findMany({
    where: { agencyId: scope.agencyId, reportId: { in: rows.map(({ reportId }) => reportId) } },
    orderBy: order,
    select,
  });
  return rows.map((row) => ({
    reportId: row.reportId,
    taskId: row.taskId,
    taskCode: row.taskCode,
    taskText: row.taskText,
    leadAgency: row.leadAgency,
    periodCode: row.periodCode,
    rule: row.rule,
    form: row.form,
    provisional: row.provisional,
    dueOn: lastDaysOfRow(row).inForce.dueOn,
    isOpen: takesContributions(row, now),
    contributions: own
      .filter(({ reportId, taskId }) => reportId === row.reportId && taskId === row.taskId)
      .map(({ writtenBy, ...each }) => ({ ...each, writtenBy: writtenBy.displayName })),
  }));
}
