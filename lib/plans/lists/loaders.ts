import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getPublicAgency } from '@/lib/agencies/data';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { isCode, publicListSchema } from '@/lib/schemas/public-list';
import { loadPlans } from '../loaders';
import * as data from './data';

const size = longPageSize;

/** The requested page; one behind the last is not found, so that nothing is made of invented numbers. */
function pageOf(search: SearchParams): number {
  return publicListSchema.parse(search).page;
}

function existing<List extends { total: number }>(list: List, page: number) {
  if (page > 1 && list.total <= (page - 1) * size) notFound();
  return { ...list, page };
}

/** Loads a page of the tasks of all plans. */
export async function loadTaskPage(search: SearchParams) {
  const page = pageOf(search);
  return existing(await data.getTaskPage({ page, size }), page);
}

/** Loads a page of the agencies of all plans. */
export async function loadLeadAgencyPage(search: SearchParams) {
  const page = pageOf(search);
  return existing(await data.getLeadAgencyPage({ page, size }), page);
}

/** Loads the agencies that come first in the annexes of some plans. */
export const loadFirstAgencies = (planCodes: readonly string[]) => data.listFirstAgencies(planCodes, size);

/** Loads the tasks that agencies lead under a plan. */
export const loadTasksOfAgencies = data.listTasksOfAgencies;

/** Loads an issued plan; not found where there is none of this code. */
export async function loadPublicPlan(code: string) {
  return (await loadPlans()).find((candidate) => candidate.code === code) ?? notFound();
}

/** Loads a plan with a page of the agencies of its annex; not found where there is no such plan. */
export async function loadPlanNotice(code: string, search: SearchParams) {
  const page = pageOf(search);
  const plan = await loadPublicPlan(code);
  return { plan, list: existing(await data.getLeadAgencyPage({ page, size }, plan.code), page) };
}

const plansOnPage = 5;

/** Loads a page of the plans: each has its periods with their days one by one. */
export async function loadPlanPage(search: SearchParams) {
  const page = pageOf(search);
  const all = await loadPlans();
  const plans = all.slice((page - 1) * plansOnPage, page * plansOnPage);
  if (page > 1 && plans.length === 0) notFound();
  return { plans, total: all.length, page, size: plansOnPage };
}

/**
 * Loads an agency with the tasks that it leads, plan by plan; not found where it leads none, unless it is no more, because its
 * address stays.
 */
export const loadAgency = cache(async (code: string) => {
  const [tasks, agency] = isCode(code)
    ? await Promise.all([data.listTasksOfAgency(code), getPublicAgency(code)])
    : [[], null];
  if (!agency || (tasks.length === 0 && !agency.ended)) notFound();
  const plans = (await loadPlans()).flatMap((plan) => {
    const ofPlan = tasks.filter(({ planCode }) => planCode === plan.code);
    return ofPlan.length > 0 ? [{ ...plan, ofAgency: ofPlan }] : [];
  });
  const count = tasks.filter(({ leadAgencies }) => leadAgencies.some((lead) => lead.code === code)).length;
  return { ...agency, plans, count };
});

/** Loads a task with its plan and its neighbours; not found where there is none. */
export const loadTask = cache(async (code: string) => {
  const task = isCode(code) ? await data.getTask(code) : null;
  if (!task) notFound();
  const plan = (await loadPlans()).find((candidate) => candidate.code === task.planCode);
  return plan ? { plan, task } : notFound();
});

/** On the site map, so many agencies and tasks are named one by one; of more, the pages of their lists are. */
const mostNamed = 200;

/** Loads the agencies and tasks of the site map, each once, and how many there are. */
export async function loadSiteMap() {
  const first = { page: 1, size: mostNamed };
  const [agencies, tasks] = await Promise.all([data.getLeadAgencyPage(first), data.getTaskPage(first)]);
  return {
    agencies: { total: agencies.total, named: [...new Map(agencies.agencies.map(({ code, name }) => [code, name]))] },
    tasks: { total: tasks.total, named: tasks.tasks },
    mostNamed,
  };
}
