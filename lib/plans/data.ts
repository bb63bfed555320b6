import 'server-only';
import { z } from 'zod';
import type { DivisionScope } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import type { DayReason, DeadlineRule } from '@/lib/domain/deadline/deadline';
import { db } from '@/lib/server/database/db';
import { plansWithin } from '@/lib/server/database/office-sql';
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
  issuer: true,
  issuedOn: true,
  contactOffice: true,
  contactPhone: true,
  deadlineRule: true,
  periods: {
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
    WHERE t."endedFrom" IS NULL GROUP BY l.code`;
  return new Map(rows.map(({ code, ...scope }) => [code, scope]));
}

/** Lists every plan with its periods, the one issued last first. All of it is public. */
export async function listPlans(): Promise<Plan[]> {
  const [plans, scopes] = await Promise.all([
    db.plan.findMany({ orderBy: [{ issuedOn: 'desc' }, { code: 'desc' }], select: planSelect }),
    listScopes(),
  ]);
  return plans.map((plan) => ({
    ...plan,
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

/** Gives the texts of the notices as they were issued, by the codes of their plans. */
export async function getNoticeTexts(): Promise<Map<string, string>> {
  const plans = await db.plan.findMany({ select: { code: true, noticeText: true } });
  return new Map(plans.map(({ code, noticeText }) => [code, noticeText]));
}

/** Gives the issuer of a plan, to whom the reports on it are addressed. */
export async function getPlanIssuer(code: string): Promise<string> {
  return (await db.plan.findUniqueOrThrow({ where: { code }, select: { issuer: true } })).issuer;
}

export type PeriodFacts = { code: PeriodCode; opensAt: Date; dueOn: CivilDate; closesAt: Date; provisional: boolean };

/**
 * Gives every plan of the scope, the latest first, and the periods of the chosen one (the latest unless its code is known)
 * in order.
 */
export async function getPlans(scope: DivisionScope, code: string | undefined) {
  const plans = await db.plan.findMany({
    where: plansWithin(scope),
    orderBy: [{ issuedOn: 'desc' }, { code: 'desc' }],
    select: { code: true, title: true },
  });
  const plan = plans.find((candidate) => candidate.code === code) ?? plans[0];
  const periods = await db.reportingPeriod.findMany({
    where: { plan: { code: plan?.code ?? '' } },
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

/** Gives the office to ask about the latest plan; null where there is no plan yet. */
export async function getContact(): Promise<ReturnType<typeof contactOf> | null> {
  const plan = await db.plan.findFirst({
    orderBy: [{ issuedOn: 'desc' }, { code: 'desc' }],
    select: { issuer: true, contactOffice: true, contactPhone: true },
  });
  return plan && contactOf(plan);
}
