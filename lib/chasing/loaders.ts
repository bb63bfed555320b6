import 'server-only';
import { divisionRoles, hasRole } from '@/lib/domain/authorization';
import { periodInHand } from '@/lib/domain/plan/period-in-hand';
import { mayChaseAgain } from '@/lib/domain/report/reminders';
import { listLog, listTroubled } from '@/lib/notifications/deliveries/data';
import { getPlans } from '@/lib/plans/data';
import { chasingLogSchema, chasingPageSchema } from '@/lib/schemas/chasing';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { portalNow } from '@/lib/server/clock';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireDivision } from '@/lib/server/session/gates';
import { getChasingSchedule, listUnfiled } from './data';

/**
 * Loads the reports of a period that are not filed, and the messages that could not be sent. Null where there is no
 * plan.
 */
export async function loadChasing(searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const query = chasingPageSchema.parse(searchParams);
  const [now, { plans, plan, periods }] = await Promise.all([portalNow(), getPlans(scope, query.plan)]);
  const begun = periods.filter(({ opensAt }) => opensAt <= now);
  const period = begun.find(({ code }) => code === query.quarter) ?? periodInHand(periods, now);
  if (!plan || !period) return null;
  const named = query.report ?? [];
  const filter = { plan: plan.code, periodCode: period.code, named };
  const [unfiled, troubled, schedule] = await Promise.all([
    withinPages({ number: query.page, size: longPageSize }, (page) => listUnfiled(scope, filter, page)),
    listTroubled(scope),
    getChasingSchedule(plan.code),
  ]);
  return {
    plans,
    plan,
    period,
    periodCodes: begun.map(({ code }) => code),
    named,
    page: unfiled.page,
    pageSize: longPageSize,
    done: query.done,
    skipped: query.skipped,
    unfiled: {
      ...unfiled,
      rows: unfiled.rows.map((row) => ({ ...row, isChasedToday: !mayChaseAgain(row.chasedAt, null, now) })),
    },
    /** The instant of which the page shows who was chased. */
    seenAt: now,
    troubled,
    schedule,
    mayChase: hasRole(actor, divisionRoles),
  };
}

export type ChasingDesk = NonNullable<Awaited<ReturnType<typeof loadChasing>>>;

export type ChasableRow = ChasingDesk['unfiled']['rows'][number];

/** Loads the log of messages sent: recipient, time and channel. */
export async function loadChasingLog(searchParams: SearchParams) {
  const { scope } = await requireDivision();
  const { search = '', page } = chasingLogSchema.parse(searchParams);
  return {
    ...(await withinPages({ number: page, size: longPageSize }, (each) => listLog(scope, search, each))),
    search,
    pageSize: longPageSize,
  };
}

/** Loads the chasing schedule of a plan, which the coordinator may set. Null where there is no plan. */
export async function loadChasingSchedule(searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const { plan: asked, done } = chasingPageSchema.parse(searchParams);
  const { plans, plan } = await getPlans(scope, asked);
  if (!plan) return null;
  return {
    plans,
    plan,
    schedule: await getChasingSchedule(plan.code),
    isDone: done === 1,
    maySet: hasRole(actor, ['coordinator']),
  };
}
