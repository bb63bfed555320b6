import 'server-only';
import { z } from 'zod';
import type { DivisionScope, ReportScope } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode, type Rhythm } from '@/lib/domain/calendar/period';
import type { DayReason, DeadlineRule } from '@/lib/domain/deadline/deadline';
import { db } from '@/lib/server/database/db';
import { plansWithin, reportsWithin } from '@/lib/server/database/office-sql';
import { isIssued, issuedPlan, latestFirst } from '@/lib/server/database/plan-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { dayReasonsSchema, deadlineRuleSchema } from '@/lib/server/database/stored-json';

export type PlanPeriod = {
  code: PeriodCode;
  opensAt: Date;
  dueOn: CivilDate;
  closesAt: Date;
  provisional: boolean;
  reasons: DayReason[];
};

export type Plan = {
  code: string;
  title: string;
  rhythm: Rhythm;
  /** Nothing is reported on it any more. */
  isClosed: boolean;
  issuer: string;
  issuedOn: CivilDate;
  contactOffice: string;
  contactPhone: string;
  deadlineRule: DeadlineRule;
  periods: PlanPeriod[];
  /** The numbers of its lead agencies and of its tasks. */
  scope: { agencies: number; tasks: number };
};

const planSelect = {
  code: true,
  title: true,
  rhythm: true,
  status: true,
  issuer: true,
  issuedOn: true,
  contactOffice: true,
  contactPhone: true,
  deadlineRule: true,
  periods: {
    where: { skippedFor: '' },
    orderBy: { code: 'asc' },
    select: { code: true, opensAt: true, dueOn: true, closesAt: true, provisional: true, reasons: true },
  },
} as const;

const scopeRow = z.object({ code: z.string(), agencies: z.number(), tasks: z.number() });

async function listScopes(): Promise<Map<string, Plan['scope']>> {
  const rows = await rowsOf(scopeRow)`
    SELECT l.code, count(DISTINCT d."agencyId")::int AS agencies, count(DISTINCT t.id)::int AS tasks
    FROM "Task" t JOIN "Plan" l ON l.id = t."planId"
      LEFT JOIN "TaskLead" d ON d."taskId" = t.id AND d."untilPeriod" IS NULL
    WHERE ${isIssued} AND t."endedFrom" IS NULL GROUP BY l.code`;
  return new Map(rows.map(({ code, ...scope }) => [code, scope]));
}

/** Lists every issued plan with its periods, those under way first, the one issued last first. All of it is public. */
export async function listPlans(): Promise<Plan[]> {
  const [plans, scopes] = await Promise.all([
    db.plan.findMany({ where: issuedPlan, orderBy: [...latestFirst], select: planSelect }),
    listScopes(),
  ]);
  return plans.map(({ status, ...plan }) => ({
    ...plan,
    isClosed: status === 'closed',
    issuedOn: civilDateFromStored(plan.issuedOn),
    deadlineRule: deadlineRuleSchema.parse(plan.deadlineRule),
    periods: plan.periods.map((period) => ({
      ...period,
      code: periodCode(period.code),
      dueOn: civilDateFromStored(period.dueOn),
      reasons: dayReasonsSchema.parse(period.reasons),
    })),
    scope: scopes.get(plan.code) ?? { agencies: 0, tasks: 0 },
  }));
}

/** Lists the rhythms of the issued plans, each once. */
export function listRhythms(): Promise<{ rhythm: Rhythm }[]> {
  return db.plan.findMany({ where: issuedPlan, distinct: ['rhythm'], select: { rhythm: true } });
}

/** Gives the texts of the notices as they were issued, by the codes of their plans: all of them, or that of one plan. */
export async function getNoticeTexts(code?: string): Promise<Map<string, string>> {
  const plans = await db.plan.findMany({
    where: { ...issuedPlan, ...(code === undefined ? {} : { code }) },
    select: { code: true, noticeText: true },
  });
  return new Map(plans.map(({ code, noticeText }) => [code, noticeText]));
}

/** Gives the issuer of a plan, to whom the reports on it are addressed. */
export async function getPlanIssuer(code: string): Promise<string> {
  return (await db.plan.findUniqueOrThrow({ where: { code }, select: { issuer: true } })).issuer;
}

export type PeriodFacts = { code: PeriodCode; opensAt: Date; dueOn: CivilDate; closesAt: Date; provisional: boolean };

/**
 * Gives every issued plan of the scope, those under way first, and the periods of the chosen one (the first unless its code
 * is known) in order.
 */
export async function getPlans(scope: DivisionScope, code: string | undefined) {
  const plans = await db.plan.findMany({
    where: { AND: [plansWithin(scope), issuedPlan] },
    orderBy: [...latestFirst],
    select: { code: true, title: true, rhythm: true },
  });
  const plan = plans.find((candidate) => candidate.code === code) ?? plans[0];
  const periods = await db.reportingPeriod.findMany({
    where: { skippedFor: '', plan: { code: plan?.code ?? '' } },
    orderBy: { code: 'asc' },
    select: { code: true, opensAt: true, dueOn: true, closesAt: true, provisional: true },
  });
  return {
    plans,
    plan: plan ?? null,
    periods: periods.map(
      (period): PeriodFacts => ({
        ...period,
        code: period.code as PeriodCode,
        dueOn: civilDateFromStored(period.dueOn),
      }),
    ),
  };
}

/** The office to ask about a plan. */
export const contactOf = (plan: Pick<Plan, 'issuer' | 'contactOffice' | 'contactPhone'>) => ({
  office: `${plan.issuer}${plan.contactOffice}`,
  phone: plan.contactPhone,
});

/** Lists the offices to ask about the plans under way of a reader, each once, with the plans that it is to be asked about. */
export async function listContacts(scope: ReportScope) {
  const own =
    scope.kind === 'agency' ? { periods: { some: { reports: { some: reportsWithin(scope) } } } } : plansWithin(scope);
  const plans = await db.plan.findMany({
    where: { AND: [own, { status: 'issued' }] },
    orderBy: [...latestFirst],
    select: { title: true, issuer: true, contactOffice: true, contactPhone: true },
  });
  const contacts = new Map<string, ReturnType<typeof contactOf> & { plans: string[] }>();
  for (const plan of plans) {
    const contact = contactOf(plan);
    const known = contacts.get(JSON.stringify(contact));
    if (known) known.plans.push(plan.title);
    else contacts.set(JSON.stringify(contact), { ...contact, plans: [plan.title] });
  }
  return [...contacts.values()];
}
