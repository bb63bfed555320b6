import 'server-only';
import { type PeriodCode, yearOf } from '@/lib/domain/calendar/period';
import { sectionsOf, shortParts } from '@/lib/domain/report/entry';
import { filingOutcomes } from '@/lib/domain/review/filing-rate';
import { getPlans } from '@/lib/plans/data';
import { pageSize, type SearchParams } from '@/lib/schemas/list-address';
import { statisticsSchema } from '@/lib/schemas/statistics';
import { portalNow } from '@/lib/server/clock';
import { getFormOfPlan } from '@/lib/server/database/stored-form';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireDivision } from '@/lib/server/session/gates';
import { countLights, listOpenProblems, listReportedTasks } from '@/lib/statistics/entries/data';
import { type Counted, countByAgency, countByPeriod, type PeriodCounts, type StatisticsFilter } from './data';

function sumOf(rows: readonly Counted[]): Counted {
  const sum = (key: keyof Counted) => rows.reduce((total, row) => total + row[key], 0);
  const outcomes = filingOutcomes.map((outcome) => [outcome, sum(outcome)]);
  return { ...Object.fromEntries(outcomes), early: sum('early'), returned: sum('returned') } as Counted;
}

/** The years of every plan, the latest first. */
function byYear(rows: readonly PeriodCounts[]) {
  const keys = [...new Set(rows.map(({ planCode, periodCode }) => `${yearOf(periodCode)} ${planCode}`))]
    .toSorted()
    .reverse();
  return keys.flatMap((key) => {
    const ofYear = rows.filter(({ planCode, periodCode }) => `${yearOf(periodCode)} ${planCode}` === key);
    const [first] = ofYear;
    if (!first) return [];
    return [{ ...sumOf(ofYear), year: yearOf(first.periodCode), planCode: first.planCode, planTitle: first.planTitle }];
  });
}

export type YearCounts = ReturnType<typeof byYear>[number];

/** The requested plan, year and period, as far as they exist; 404 for everyone but the division and the leader. */
async function loadFilter(searchParams: SearchParams) {
  const { scope } = await requireDivision();
  const asked = statisticsSchema.parse(searchParams);
  const [now, { plans, plan, periods }] = await Promise.all([portalNow(), getPlans(scope, asked.plan)]);
  if (!plan) return null;
  const periodCodes = periods.filter(({ opensAt }) => opensAt <= now).map(({ code }) => code);
  const periodCode: PeriodCode | null = periodCodes.find((each) => each === asked.quarter) ?? null;
  const year = periodCode ? undefined : periodCodes.map(yearOf).find((each) => each === asked.year);
  const form = await getFormOfPlan(plan.code);
  /** Whether the plan asks for a light, and for problems by that key: without, there is nothing to count. */
  const asks = { light: shortParts(form).length > 0, problems: sectionsOf(form).includes('problems') };
  const filter: StatisticsFilter = { planCode: plan.code, periodCode, year, search: asked.search ?? '', now };
  const query = { ...asked, plan: plan.code, quarter: periodCode ?? undefined, year };
  return {
    scope,
    filter,
    query,
    plans,
    rhythm: plan.rhythm,
    periodCodes,
    asks,
    page: { number: asked.page, size: pageSize },
  };
}

/**
 * Loads the rates of a plan by period, year and agency, and its tasks by progress light; null where there is no plan.
 */
export async function loadStatistics(searchParams: SearchParams) {
  const chosen = await loadFilter(searchParams);
  if (!chosen) return null;
  const { scope, filter, query, page, ...shown } = chosen;
  const [all, agencies, lights] = await Promise.all([
    countByPeriod(scope, filter.now),
    withinPages(page, (each) => countByAgency(scope, filter, each)),
    countLights(scope, filter),
  ]);
  const ofPlan = all.filter(
    ({ planCode, periodCode }) =>
      planCode === filter.planCode &&
      (filter.periodCode === null || periodCode === filter.periodCode) &&
      (filter.year === undefined || yearOf(periodCode) === filter.year),
  );
  return {
    ...shown,
    query: { ...query, page: agencies.page },
    pageSize,
    ofPeriods: ofPlan,
    sum: sumOf(ofPlan),
    years: byYear(all),
    agencies,
    lights,
  };
}

export type Statistics = NonNullable<Awaited<ReturnType<typeof loadStatistics>>>;

/** Loads one page of the reported tasks, of one progress light or of all. */
export async function loadReportedTasks(searchParams: SearchParams) {
  const chosen = await loadFilter(searchParams);
  if (!chosen) return null;
  const { scope, filter, page, ...shown } = chosen;
  const wanted = { ...filter, light: shown.query.light ?? null };
  const found = await withinPages(page, (each) => listReportedTasks(scope, wanted, each));
  return { ...shown, ...found, query: { ...shown.query, page: found.page }, pageSize };
}

/** Loads one page of the problems named in filed reports. */
export async function loadOpenProblems(searchParams: SearchParams) {
  const chosen = await loadFilter(searchParams);
  if (!chosen) return null;
  const { scope, filter, page, ...shown } = chosen;
  const found = await withinPages(page, (each) => listOpenProblems(scope, filter, each));
  return { ...shown, ...found, query: { ...shown.query, page: found.page }, pageSize };
}
