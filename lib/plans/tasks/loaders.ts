import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { shortTitleOf, type TaskFacts } from '@/lib/domain/plan/task';
import { amendableFrom } from '@/lib/domain/plan/task-amendment';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import type { SearchParams } from '@/lib/schemas/list-address';
import { planTasksSchema } from '@/lib/schemas/plan-task-list';
import { portalNow } from '@/lib/server/clock';
import { withinPages } from '@/lib/server/database/within-pages';
import { listAmendments, type StoredAmendment } from './amendments/data';
import {
  type AgencyNames,
  countTasks,
  findStoredTask,
  listAgencyNames,
  listAmendablePeriods,
  listPlanPeriods,
  listTaskPage,
  type StoredTask,
} from './data';

/**
 * Gives the names that a part of a task's agencies is typed by, in their order, in which the first lead has its place: a
 * group at the first of its members, and the agencies that are in none.
 */
function namesIn(facts: TaskFacts, part: 'lead' | 'support', { agencies, groups }: AgencyNames): string[] {
  const named = facts.groups.filter((group) => group.part === part).map(({ name }) => name);
  const groupOf = (id: string) => named.find((name) => groups.get(name)?.includes(id));
  const ids = part === 'lead' ? facts.leads : facts.supports;
  return [...new Set([...ids.map((id) => groupOf(id) ?? agencies.get(id) ?? ''), ...named])];
}

function deskTaskOf(task: StoredTask, names: AgencyNames) {
  const { facts, ...rest } = task;
  return {
    ...rest,
    facts,
    shortTitle: shortTitleOf(facts),
    leads: namesIn(facts, 'lead', names),
    supports: namesIn(facts, 'support', names),
  };
}

/** A task as the plans desk shows it. */
export type DeskTask = ReturnType<typeof deskTaskOf>;

const pageSize = 100;

/** Loads a page of the tasks of a plan, all or those that a text is found in. */
export async function loadPlanTasks(code: string, search: SearchParams) {
  const { plan, commands } = await loadPlanOfDesk(code);
  const filter = planTasksSchema.parse(search);
  const [found, names] = await Promise.all([
    withinPages({ number: filter.page, size: pageSize }, (page) => listTaskPage(plan.id, filter.search, page)),
    listAgencyNames(),
  ]);
  return {
    plan,
    ...filter,
    page: found.page,
    total: found.total,
    size: pageSize,
    tasks: found.tasks.map((task) => deskTaskOf(task, names)),
    mayAdd: commands.includes('change') || commands.includes('amend'),
  };
}

/** Loads what the form of a task needs: whether it changes a draft or amends, and from which periods. */
async function loadForm(code: string) {
  const { plan, commands } = await loadPlanOfDesk(code);
  const [amendable, periods] = await Promise.all([listAmendablePeriods(plan.id), listPlanPeriods(plan.id)]);
  const way = commands.includes('change') ? 'draft' : commands.includes('amend') ? 'amend' : null;
  return { plan, periods, way, from: amendableFrom(amendable, await portalNow()) } as const;
}

/** Loads the page that adds a task; not found for whoever cannot add one. */
export async function loadNewTask(code: string) {
  const { way, ...form } = await loadForm(code);
  return way ? { ...form, way } : notFound();
}

/** Loads a task of a plan with its amendments. */
export const loadPlanTask = cache(async (code: string, taskCode: string) => {
  const form = await loadForm(code);
  const task = await findStoredTask(form.plan.id, taskCode);
  if (!task) notFound();
  const [places, names, amendments] = await Promise.all([
    countTasks(form.plan.id),
    listAgencyNames(),
    listAmendments(form.plan.id, task.id),
  ]);
  return { ...form, task: deskTaskOf(task, names), places, names, amendments };
});

/** Loads every amendment of a plan, the latest first. */
export async function loadAmendments(code: string): Promise<{
  plan: Awaited<ReturnType<typeof loadPlanOfDesk>>['plan'];
  names: AgencyNames;
  amendments: StoredAmendment[];
}> {
  const { plan } = await loadPlanOfDesk(code);
  const [amendments, names] = await Promise.all([listAmendments(plan.id), listAgencyNames()]);
  return { plan, amendments, names };
}
