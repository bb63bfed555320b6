import 'server-only';
import { cache } from 'react';
import { getAgencyName } from '@/lib/agencies/data';
import { getCalendar } from '@/lib/calendar/data';
import { divisionRoles, hasRole, type ReportScope } from '@/lib/domain/authorization';
import { type PeriodCode, parsePeriodCode, type Rhythm } from '@/lib/domain/calendar/period';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { countdownTo } from '@/lib/domain/deadline/time-left';
import { periodInHand } from '@/lib/domain/plan/period-in-hand';
import { filingLight, isOverdue } from '@/lib/domain/report/filing-light';
import { nextTurn } from '@/lib/domain/report/next-turn';
import { withdrawnVersion } from '@/lib/domain/report/withdrawal';
import { countPendingExtensions } from '@/lib/extensions/decision/data';
import { getPlans, type PeriodFacts } from '@/lib/plans/data';
import { countWaitingFor } from '@/lib/publication/desk/data';
import type { ReportFilter, ReportRow } from '@/lib/reports/rows/data';
import { pageSize, type SearchParams } from '@/lib/schemas/list-address';
import { type ReviewListQuery, reviewListSchema } from '@/lib/schemas/review';
import { portalNow } from '@/lib/server/clock';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireDivision } from '@/lib/server/session/gates';
import { countReports, listAgencies, listReports } from './data';

function withLight(row: ReportRow, calendar: WorkingDayCalendar, now: Date) {
  return {
    ...row,
    light: filingLight(row, calendar, now),
    overdue: isOverdue(row, now),
    open: now >= row.opensAt,
    withdrawn: withdrawnVersion(row),
  };
}

export type ListedReport = ReturnType<typeof withLight>;

/** The requested period, null for all of them; by default, the one in hand. */
function chosenPeriodCode(asked: string | undefined, periods: PeriodFacts[], now: Date): PeriodCode | null {
  if (asked === 'all') return null;
  const known = periods.find(({ code }) => code === parsePeriodCode(asked ?? ''));
  return (known ?? currentPeriod(periods, now))?.code ?? null;
}

function currentPeriod(periods: PeriodFacts[], now: Date): PeriodFacts | undefined {
  return periodInHand(periods, now) ?? periods[0];
}

function periodStatusOf(period: PeriodFacts, calendar: WorkingDayCalendar, now: Date) {
  return {
    ...period,
    /** Null until the period opens. */
    countdown:
      now >= period.opensAt
        ? countdownTo({ ...period, over: period.provisional ? 'provisional-passed' : 'closed' }, calendar, now)
        : null,
  };
}

/** The milliseconds until a time left or a light on the desk changes. */
function turnOf(periods: readonly PeriodFacts[], rows: readonly ReportRow[], now: Date) {
  const instants = [
    ...periods.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]),
    ...rows.map((row) => row.closesAt),
  ];
  return { milliseconds: nextTurn(now, instants).getTime() - now.getTime() };
}

type Shown = { scope: ReportScope; query: ReviewListQuery; planCode: string; now: Date; calendar: WorkingDayCalendar };

function loadList(scope: ReportScope, filter: ReportFilter, number: number) {
  return withinPages({ number, size: pageSize }, (page) => listReports(scope, filter, page));
}

async function loadGrid({ scope, query, planCode, now, calendar }: Shown) {
  const filter = { planCode, search: query.search ?? '', now };
  const found = await withinPages({ number: query.page, size: pageSize }, (page) => listAgencies(scope, filter, page));
  const { agencies, total, page } = found;
  return {
    total,
    page,
    agencies: agencies.map((agency) => ({
      ...agency,
      reports: agency.reports.map((row) => withLight(row, calendar, now)),
    })),
  };
}

/** The list that a report belongs to: the overview's filter in an address, without its view and its page. */
export type ListFilter = Omit<ReviewListQuery, 'view' | 'page'>;

/** Gives the filter by which a list is read. */
export function filterOf(
  query: ListFilter,
  { accountId, ...within }: Pick<ReportFilter, 'planCode' | 'periodCode' | 'now'> & { accountId: string },
): ReportFilter {
  return {
    ...within,
    status: query.status ?? null,
    search: query.search ?? '',
    timeliness: query.timeliness,
    returned: query.returned === 'yes',
    agencyCode: query.agency,
    year: query.year,
    readerId: query.reader && accountId,
  };
}

/** The plans of the visitor and the chosen one, once for the title and the content of the page. */
const loadChosen = cache(async (plan: string | undefined) => {
  const { scope } = await requireDivision();
  return getPlans(scope, plan);
});

/** Loads the list of reports with its filter, its counts and the deadline of the current period. */
export async function loadReviewDesk(searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const query = reviewListSchema.parse(searchParams);
  const [now, calendar, chosen] = await Promise.all([portalNow(), getCalendar(), loadChosen(query.plan)]);
  if (!chosen.plan) return null;
  const { plans, plan, periods } = chosen;
  const periodCode = chosenPeriodCode(query.quarter, periods, now);
  const period = periods.find((candidate) => candidate.code === periodCode) ?? currentPeriod(periods, now);
  const filter = filterOf(query, { planCode: plan.code, periodCode, now, accountId: actor.accountId });
  const [{ counts, inAllPeriods }, pendingExtensions, waitingPublications, agencyName] = await Promise.all([
    countReports(scope, filter),
    countPendingExtensions(scope),
    countWaitingFor(scope, actor.accountId),
    query.agency ? getAgencyName(query.agency) : undefined,
  ]);
  const isGrid = query.view === 'grid';
  const list = isGrid ? null : await loadList(scope, filter, query.page);
  const grid = isGrid ? await loadGrid({ scope, query, planCode: plan.code, now, calendar }) : null;
  const shown = list?.rows ?? grid?.agencies.flatMap(({ reports }) => reports) ?? [];
  return {
    now,
    query: { ...query, page: (list ?? grid)?.page ?? 1, plan: plan.code, quarter: periodCode ?? 'all' },
    plans,
    rhythm: plan.rhythm,
    periods,
    counts,
    elsewhere: { filed: inAllPeriods.filed - counts.filed, overdue: inAllPeriods.overdue - counts.overdue },
    pendingExtensions,
    waitingPublications,
    agencyName,
    pageSize,
    may: { mayReview: hasRole(actor, divisionRoles), mayPublish: hasRole(actor, ['coordinator']) },
    period: period && periodStatusOf(period, calendar, now),
    list: list && { total: list.total, rows: list.rows.map((row) => withLight(row, calendar, now)) },
    grid,
    turn: turnOf(periods, shown, now),
  };
}

/** Loads the rhythm of the plan whose list is asked for, which names the page. */
export async function loadReviewRhythm(searchParams: SearchParams): Promise<Rhythm | 'several'> {
  const { plan } = await loadChosen(reviewListSchema.parse(searchParams).plan);
  return plan?.rhythm ?? 'several';
}

export type ReviewDesk = NonNullable<Awaited<ReturnType<typeof loadReviewDesk>>>;
