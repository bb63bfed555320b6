import 'server-only';
import { z } from 'zod';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import { shortTitleOf } from '@/lib/domain/plan/task';
import { periodColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { isIssued, issuedPlan, latestFirst } from '@/lib/server/database/plan-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { textAt } from '@/lib/server/database/task-sql';
import { Prisma } from '@/lib/server/generated/client';

/** One page of a list. */
export type Slice = { page: number; size: number };

export type AgencyName = { code: string; name: string };

/** An agency that leads a task in the periods from one to before another; null for no bound. */
export type TaskLead = AgencyName & { fromPeriod: PeriodCode | null; untilPeriod: PeriodCode | null };

const agencyName = { code: true, name: true } as const;

const taskSelect = {
  plan: { select: { code: true } },
  code: true,
  position: true,
  number: true,
  headings: true,
  shortTitle: true,
  text: true,
  measures: true,
  target: true,
  dueText: true,
  dueOn: true,
  dueKind: true,
  endedFrom: true,
  leads: {
    orderBy: [{ fromPeriod: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }],
    select: { agency: { select: agencyName }, fromPeriod: true, untilPeriod: true },
  },
  supportingAgencies: {
    where: { untilPeriod: null },
    orderBy: { agency: { position: 'asc' } },
    select: { agency: { select: agencyName } },
  },
  groups: { select: { part: true, name: true } },
} as const satisfies Prisma.TaskSelect;

const periodOf = (code: string | null) => (code === null ? null : periodCode(code));

function taskOf({ plan, leads, supportingAgencies, ...task }: Prisma.TaskGetPayload<{ select: typeof taskSelect }>) {
  const allLeads = leads.map(({ agency, fromPeriod, untilPeriod }): TaskLead => {
    return { ...agency, fromPeriod: periodOf(fromPeriod), untilPeriod: periodOf(untilPeriod) };
  });
  const present = allLeads.filter(({ untilPeriod }) => untilPeriod === task.endedFrom);
  return {
    ...task,
    planCode: plan.code,
    shortTitle: shortTitleOf(task),
    dueOn: task.dueOn && civilDateFromStored(task.dueOn),
    endedFrom: periodOf(task.endedFrom),
    /** Everyone who led it at any time. */
    leads: allLeads,
    /** Those who lead it now, or led it at its end; the first of them stands for all where there is room for one. */
    leadAgencies: present.map(({ code, name }): AgencyName => ({ code, name })),
    leadAgency: { code: present[0]?.code ?? '', name: present[0]?.name ?? '' } as AgencyName,
    supportingAgencies: supportingAgencies.map(({ agency }): AgencyName => agency),
  };
}

export type PlanTask = ReturnType<typeof taskOf>;

/** Of issued plans, in the order of the plans and of their annexes. */
async function listTasks(where: Prisma.TaskWhereInput, slice?: Slice): Promise<PlanTask[]> {
  const tasks = await db.task.findMany({
    where: { AND: [where, { plan: issuedPlan }] },
    orderBy: [...latestFirst.map((plan) => ({ plan })), { position: 'asc' }],
    ...(slice && { skip: (slice.page - 1) * slice.size, take: slice.size }),
    select: taskSelect,
  });
  return tasks.map(taskOf);
}

/** Gives a page of the tasks of all plans, or of one, and the number of all. */
export async function getTaskPage(slice: Slice, planCode?: string): Promise<{ total: number; tasks: PlanTask[] }> {
  const where = { plan: { ...issuedPlan, ...(planCode !== undefined && { code: planCode }) } };
  const [total, tasks] = await Promise.all([db.task.count({ where }), listTasks(where, slice)]);
  return { total, tasks };
}

/** Lists the tasks that an agency leads, or led in earlier periods, under every plan. */
export function listTasksOfAgency(agencyCode: string): Promise<PlanTask[]> {
  return listTasks({ leads: { some: { agency: { code: agencyCode } } } });
}

/** Lists the tasks of a plan that these agencies lead. */
export function listTasksOfAgencies(planCode: string, agencyCodes: readonly string[]): Promise<PlanTask[]> {
  const leads = { some: { untilPeriod: null, agency: { code: { in: [...agencyCodes] } } } };
  return listTasks({ plan: { code: planCode }, leads });
}

const periodText = z.object({ periodCode: periodColumn, text: z.string() });

/** Lists the periods in which an amended task reads otherwise than now, each with its text. */
async function listOtherTexts(code: string) {
  const rows = await rowsOf(periodText)`
    SELECT * FROM (
      SELECT p.quarter AS "periodCode", ${textAt(Prisma.sql`NULL`)} AS text, t.text AS present
      FROM "Task" t JOIN "ReportingPeriod" p ON p."planId" = t."planId" WHERE t.code = ${code}) texts
    WHERE text <> present`;
  return new Map(rows.map(({ periodCode: period, text }) => [period, text]));
}

/** Gives a task with its texts of other periods and the codes of those before and after it in its plan, or null. */
export async function getTask(code: string) {
  const [task] = await listTasks({ code });
  if (!task) return null;
  const otherTexts = await listOtherTexts(code);
  const { planCode, position } = task;
  const neighbours = await db.task.findMany({
    where: { plan: { code: planCode }, position: { in: [position - 1, position + 1] } },
    select: { code: true, position: true },
  });
  const at = (place: number) => neighbours.find((neighbour) => neighbour.position === place)?.code ?? null;
  return { ...task, otherTexts, previous: at(position - 1), next: at(position + 1) };
}

const leadAgencyRow = z.object({
  planCode: z.string(),
  code: z.string(),
  name: z.string(),
  /** Its number in the plan, as lists print it: without the zeros that make codes equally long. */
  number: z.string(),
  /** Its place among the agencies of the plan that lead tasks, from 1 on. */
  place: z.number(),
  tasks: z.number(),
  total: z.number(),
});

/** An agency that leads tasks of a plan, with the number of them. */
export type LeadAgency = Omit<z.output<typeof leadAgencyRow>, 'total'>;

/**
 * Gives a page of the agencies of all plans, or of one, in the order of the annex, and the number of all; behind the
 * last page neither.
 */
export async function getLeadAgencyPage(
  { page, size }: Slice,
  planCode?: string,
): Promise<{ total: number; agencies: LeadAgency[] }> {
  const ofPlan = planCode === undefined ? Prisma.empty : Prisma.sql`AND l.code = ${planCode}`;
  const rows = await rowsOf(leadAgencyRow)`
    SELECT l.code AS "planCode", a.code, a.name, count(*)::int AS tasks, count(*) OVER ()::int AS total,
      coalesce(ltrim(min(n.number), '0'), (row_number() OVER w)::text) AS number, (row_number() OVER w)::int AS place
    FROM "Task" t JOIN "Plan" l ON l.id = t."planId"
      JOIN "TaskLead" d ON d."taskId" = t.id AND d."untilPeriod" IS NULL JOIN "Agency" a ON a.id = d."agencyId"
      LEFT JOIN "PlanAgency" n ON n."planId" = l.id AND n."agencyId" = a.id
    WHERE ${isIssued} ${ofPlan}
    GROUP BY l.id, a.id WINDOW w AS (PARTITION BY l.id ORDER BY min(n.position), min(t.position), a.id)
    ORDER BY l.status, l."issuedOn" DESC, l.code DESC, place
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  return { total: rows[0]?.total ?? 0, agencies: rows.map(({ total: _, ...agency }) => agency) };
}

const firstAgencyRow = z.object({ code: z.string(), name: z.string(), tasks: z.number() });

/** An agency with the number of tasks that it leads under some plans. */
export type FirstAgency = z.output<typeof firstAgencyRow>;

/** Lists the agencies that come first in the annexes of some plans, each once with its tasks under all of them. */
export function listFirstAgencies(planCodes: readonly string[], most: number): Promise<FirstAgency[]> {
  return rowsOf(firstAgencyRow)`
    SELECT a.code, a.name, count(*)::int AS tasks
    FROM "Task" t JOIN "Plan" l ON l.id = t."planId" AND l.code = ANY(${[...planCodes]}) AND ${isIssued}
      JOIN "TaskLead" d ON d."taskId" = t.id AND d."untilPeriod" IS NULL JOIN "Agency" a ON a.id = d."agencyId"
      LEFT JOIN "PlanAgency" n ON n."planId" = l.id AND n."agencyId" = a.id
    GROUP BY a.id ORDER BY min(n.position), min(t.position), a.id LIMIT ${most}`;
}
