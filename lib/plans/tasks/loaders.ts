import 'server-only';
import { notFound } from 'next/navigation';
import { shortTitleOf, type TaskFacts } from '@/lib/domain/plan/task';
import { amendableFrom } from '@/lib/domain/plan/task-amendment';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import type { SearchParams } from '@/lib/schemas/list-address';
import { planTasksSchema } from '@/lib/schemas/plan-task-list';
import { portalNow } from '@/lib/server/clock';
import { listAmendments, type StoredAmendment } from './amendments/data';
import {
  type AgencyNames,
  listAgencyNames,
  listAmendablePeriods,
  listPlanPeriods,
  listStoredTasks,
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
  const [stored, names] = await Promise.all([listStoredTasks(plan.id), listAgencyNames()]);
  const all = stored.map((task) => deskTaskOf(task, names));
  const found = all.filter(({ facts, shortTitle, leads, supports }) =>
    [facts.number, facts.text, facts.target, shortTitle, ...facts.headings, ...leads, ...supports]
      .join('\n')
      .includes(filter.search),
  );
  // A link may be older than the list: beyond its end is its last page.
  const page = Math.min(filter.page, Math.max(1, Math.ceil(found.length / pageSize)));
  return {
    plan,
    ...filter,
    page,
    total: found.length,
    size: pageSize,
    tasks: found.slice((page - 1) * pageSize, page * pageSize),
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
export async function loadPlanTask(code: string, taskCode: string) {
  const form = await loadForm(code);
  const [tasks, names] = await Promise.all([listStoredTasks(form.plan.id), listAgencyNames()]);
  const task = tasks.find((each) => each.code === taskCode);
  if (!task) notFound();
  return {
    ...form,
    task: deskTaskOf(task, names),
    places: tasks.length,
    names,
    amendments: await listAmendments(form.plan.id, task.id),
  };
}

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
