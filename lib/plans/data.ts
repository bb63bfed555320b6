import 'server-only';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import type { DayReason, DeadlineRule } from '@/lib/domain/deadline/deadline';
import { db } from '@/lib/server/database/db';
import { dayReasonsSchema, deadlineRuleSchema } from '@/lib/server/database/stored-json';

export type PlanPeriod = {
  code: PeriodCode;
  opensAt: Date;
  dueOn: CivilDate;
  closesAt: Date;
  provisional: boolean;
  reasons: DayReason[];
};

export type AgencyName = { code: string; name: string };

export type PlanTask = {
  code: string;
  position: number;
  text: string;
  leadAgency: AgencyName;
  supportingAgencies: AgencyName[];
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
  tasks: PlanTask[];
};

const agencyName = { code: true, name: true } as const;

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
  tasks: {
    orderBy: { position: 'asc' },
    select: {
      code: true,
      position: true,
      text: true,
      leadAgency: { select: agencyName },
      supportingAgencies: { orderBy: { agency: { position: 'asc' } }, select: { agency: { select: agencyName } } },
    },
  },
} as const;

/** Lists every plan with its periods and tasks, the one issued last first. All of it is public. */
export async function listPlans(): Promise<Plan[]> {
  const plans = await db.plan.findMany({ orderBy: [{ issuedOn: 'desc' }, { code: 'desc' }], select: planSelect });
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
    tasks: plan.tasks.map((task) => ({
      ...task,
      supportingAgencies: task.supportingAgencies.map(({ agency }) => agency),
    })),
  }));
}

/** Gives the texts of the notices as they were issued, by the codes of their plans. */
export async function getNoticeTexts(): Promise<Map<string, string>> {
  const plans = await db.plan.findMany({ select: { code: true, noticeText: true } });
  return new Map(plans.map(({ code, noticeText }) => [code, noticeText]));
}

/** Lists the codes in the addresses of the agencies, in order. */
export async function listAgencyCodes(): Promise<string[]> {
  const agencies = await db.agency.findMany({ orderBy: { position: 'asc' }, select: { code: true } });
  return agencies.map(({ code }) => code);
}

/** Lists the codes in the addresses of the tasks, in order. */
export async function listTaskCodes(): Promise<string[]> {
  const tasks = await db.task.findMany({ orderBy: { code: 'asc' }, select: { code: true } });
  return tasks.map(({ code }) => code);
}

/** Gives the issuer of a plan, to whom the reports on it are addressed. */
export async function getPlanIssuer(code: string): Promise<string> {
  return (await db.plan.findUniqueOrThrow({ where: { code }, select: { issuer: true } })).issuer;
}

export type PeriodFacts = { code: PeriodCode; opensAt: Date; dueOn: CivilDate; closesAt: Date; provisional: boolean };

/**
 * Gives every plan, the latest first, and the periods of the chosen one (the latest unless its code is known) in order.
 */
export async function getPlans(code: string | undefined) {
  const plans = await db.plan.findMany({
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
