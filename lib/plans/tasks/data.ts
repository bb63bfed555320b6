import 'server-only';
import { z } from 'zod';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { AmendablePeriod, AmendedTask } from '@/lib/domain/plan/task-amendment';
import type { Page } from '@/lib/domain/review/urgency';
import { db, type Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { periodTargetsSchema } from '@/lib/server/database/stored-json';
import { Prisma } from '@/lib/server/generated/client';

const factsSelect = {
  id: true,
  code: true,
  position: true,
  endedFrom: true,
  number: true,
  headings: true,
  shortTitle: true,
  text: true,
  measures: true,
  target: true,
  dueText: true,
  dueOn: true,
  dueKind: true,
  leads: { where: { untilPeriod: null }, orderBy: { position: 'asc' }, select: { agencyId: true } },
  supportingAgencies: {
    where: { untilPeriod: null },
    orderBy: { agency: { position: 'asc' } },
    select: { agencyId: true },
  },
  groups: { select: { part: true, name: true } },
  indicators: {
    orderBy: { position: 'asc' },
    select: {
      name: true,
      unit: true,
      baseline: true,
      target: true,
      periodTargets: true,
      cumulative: true,
      better: true,
    },
  },
  milestones: { orderBy: { position: 'asc' }, select: { name: true, dueOn: true } },
  amendments: { orderBy: { fromPeriod: 'desc' }, take: 1, select: { fromPeriod: true } },
} as const satisfies Prisma.TaskSelect;

type FactsRow = Prisma.TaskGetPayload<{ select: typeof factsSelect }>;

function factsOf(row: FactsRow): TaskFacts {
  const { id: _, code: __, position: ___, endedFrom: ____, amendments: _____, ...facts } = row;
  const { leads, supportingAgencies, indicators, milestones, dueOn, ...rest } = facts;
  return {
    ...rest,
    dueOn: dueOn && civilDateFromStored(dueOn),
    leads: leads.map(({ agencyId }) => agencyId),
    supports: supportingAgencies.map(({ agencyId }) => agencyId),
    indicators: indicators.map(({ baseline, target, periodTargets, ...indicator }) => ({
      ...indicator,
      baseline: baseline?.toNumber() ?? null,
      target: target?.toNumber() ?? null,
      periodTargets: periodTargetsSchema.parse(periodTargets),
    })),
    milestones: milestones.map((milestone) => ({
      ...milestone,
      dueOn: milestone.dueOn && civilDateFromStored(milestone.dueOn),
    })),
  };
}

function storedTaskOf(row: FactsRow) {
  const [last] = row.amendments;
  return {
    id: row.id,
    code: row.code,
    position: row.position,
    facts: factsOf(row),
    endedFrom: row.endedFrom === null ? null : periodCode(row.endedFrom),
    lastFrom: last ? periodCode(last.fromPeriod) : null,
  };
}

/** A task as it is now, under its code and its place in the plan. */
export type StoredTask = AmendedTask & { code: string; position: number };

/** Lists tasks of a plan, by their ids where some are named, in the plan's order. */
export async function listStoredTasks(
  planId: string,
  ids?: readonly string[],
  client: Transaction = db,
): Promise<StoredTask[]> {
  const rows = await client.task.findMany({
    where: { planId, ...(ids && { id: { in: [...ids] } }) },
    orderBy: { position: 'asc' },
    select: factsSelect,
  });
  return rows.map(storedTaskOf);
}

/** A page beyond the last task has one row, with the total alone. */
const foundTask = z.object({ id: z.string().nullable(), total: z.number() });

/** Everything of a task t in which the desk's list is searched, with the agencies that have it now. */
const searchedTexts = Prisma.sql`concat_ws(' ', t.number, t.text, t.target, t."shortTitle", array_to_string(t.headings, ' '),
  (SELECT string_agg(g.name, ' ') FROM "TaskGroup" g WHERE g."taskId" = t.id),
  (SELECT string_agg(a.name, ' ') FROM "Agency" a WHERE a.id IN (
    SELECT d."agencyId" FROM "TaskLead" d WHERE d."taskId" = t.id AND d."untilPeriod" IS NULL
    UNION SELECT s."agencyId" FROM "SupportingAgency" s WHERE s."taskId" = t.id AND s."untilPeriod" IS NULL)))`;

/** Gives one page of a plan's tasks in their order, those that hold what is searched, and the number of all of these. */
export async function listTaskPage(
  planId: string,
  search: string,
  { number, size }: Page,
): Promise<{ total: number; tasks: StoredTask[] }> {
  const isFound = search === '' ? Prisma.sql`TRUE` : holdsSearch(searchedTexts, search);
  const found = await rowsOf(foundTask)`
    WITH found AS MATERIALIZED (
      SELECT t.id, t.position FROM "Task" t WHERE t."planId" = ${planId}::uuid AND ${isFound})
    SELECT page.id, n.total FROM (SELECT count(*)::int AS total FROM found) n
    LEFT JOIN (SELECT id FROM found ORDER BY position LIMIT ${size} OFFSET ${(number - 1) * size}) page ON true`;
  const ids = found.flatMap(({ id }) => id ?? []);
  return { total: found[0]?.total ?? 0, tasks: await listStoredTasks(planId, ids) };
}

export const countTasks = (planId: string): Promise<number> => db.task.count({ where: { planId } });

/** Gives a task of a plan by its code, or null. */
export async function findStoredTask(planId: string, code: string): Promise<StoredTask | null> {
  const row = await db.task.findFirst({ where: { planId, code }, select: factsSelect });
  return row && storedTaskOf(row);
}

/** Lists the periods of a plan for which something is owed, as far as amendments ask. */
export async function listAmendablePeriods(planId: string, client: Transaction = db): Promise<AmendablePeriod[]> {
  const rows = await client.reportingPeriod.findMany({
    where: { planId, skippedFor: '' },
    orderBy: { code: 'asc' },
    select: { code: true, closesAt: true, provisional: true, closedAt: true },
  });
  return rows.map(({ code, closesAt, provisional, closedAt }) => ({
    code: periodCode(code),
    closesAt: provisional ? null : closesAt,
    isOver: closedAt !== null,
  }));
}

/** Lists the tasks of a plan by its code; none of an unknown one. */
export async function findPlanTasks(planCode: string): Promise<StoredTask[]> {
  const plan = await db.plan.findUnique({ where: { code: planCode }, select: { id: true } });
  return plan ? listStoredTasks(plan.id) : [];
}

/** Lists the codes of a plan's periods, in order; one that is skipped may be taken up again, with its targets. */
export async function listPlanPeriods(planId: string): Promise<PeriodCode[]> {
  const rows = await db.reportingPeriod.findMany({
    where: { planId },
    orderBy: { code: 'asc' },
    select: { code: true },
  });
  return rows.map(({ code }) => periodCode(code));
}

/** The names of agencies by their ids, and the members of groups by the groups' names. */
export type AgencyNames = { agencies: Map<string, string>; groups: Map<string, string[]> };

/** Gives the names of every agency, and the members of every group. */
export async function listAgencyNames(): Promise<AgencyNames> {
  const [agencies, groups] = await Promise.all([
    db.agency.findMany({ select: { id: true, name: true } }),
    db.agencyGroup.findMany({ select: { name: true, members: { select: { agencyId: true } } } }),
  ]);
  return {
    agencies: new Map(agencies.map(({ id, name }) => [id, name])),
    groups: new Map(groups.map(({ name, members }) => [name, members.map(({ agencyId }) => agencyId)])),
  };
}
