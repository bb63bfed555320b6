import 'server-only';
import { z } from 'zod';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { periodCode, rhythms } from '@/lib/domain/calendar/period';
import { planStatuses } from '@/lib/domain/plan/plan-status';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineRuleSchema } from '@/lib/server/database/stored-json';

const deskSelect = {
  id: true,
  code: true,
  officeId: true,
  status: true,
  version: true,
  title: true,
  documentNumber: true,
  noticeText: true,
  issuer: true,
  issuedOn: true,
  contactOffice: true,
  contactPerson: true,
  contactPhone: true,
  firstOn: true,
  lastOn: true,
  rhythm: true,
  firstPeriod: true,
  deadlineRule: true,
  leadsReporting: true,
  afterClosing: true,
  office: { select: { name: true } },
} as const;

/** Gives a plan as its desk shows it, or null for an unknown code. */
export async function findDeskPlan(code: string) {
  const plan = await db.plan.findUnique({ where: { code }, select: deskSelect });
  return (
    plan && {
      ...plan,
      issuedOn: civilDateFromStored(plan.issuedOn),
      firstOn: civilDateFromStored(plan.firstOn),
      lastOn: civilDateFromStored(plan.lastOn),
      firstPeriod: plan.firstPeriod === null ? null : periodCode(plan.firstPeriod),
      deadlineRule: deadlineRuleSchema.parse(plan.deadlineRule),
    }
  );
}

export type DeskPlan = NonNullable<Awaited<ReturnType<typeof findDeskPlan>>>;

const listRow = z.object({
  code: z.string(),
  officeId: z.string(),
  office: z.string(),
  title: z.string(),
  status: z.enum(planStatuses),
  rhythm: z.enum(rhythms),
  firstOn: civilDateColumn,
  lastOn: civilDateColumn,
  tasks: z.number(),
  agencies: z.number(),
  next: z.object({ code: periodColumn, dueOn: civilDateColumn, provisional: z.boolean() }).nullable(),
});

/** A plan in the list of the desk, with the first period that is still to close. */
export type ListedPlan = z.output<typeof listRow>;

/** Lists every plan with what the desk's list says of it: drafts first, then the one issued last. */
export async function listDeskPlans(now: Date): Promise<ListedPlan[]> {
  return rowsOf(listRow)`
    SELECT l.code, l."officeId", o.name AS office, l.title, l.status::text, l.rhythm::text,
      l."firstOn"::text, l."lastOn"::text,
      (SELECT count(*)::int FROM "Task" t WHERE t."planId" = l.id AND t."endedFrom" IS NULL) AS tasks,
      (SELECT count(*)::int FROM "PlanAgency" n WHERE n."planId" = l.id) AS agencies,
      (SELECT jsonb_build_object('code', p.quarter, 'dueOn', p."dueOn", 'provisional', p.provisional)
        FROM "ReportingPeriod" p
        WHERE p."planId" = l.id AND l.status::text = 'issued' AND ${isOpenPeriod()} AND (p.provisional OR p."closesAt" > ${now})
        ORDER BY p."closesAt" LIMIT 1) AS next
    FROM "Plan" l JOIN "Office" o ON o.id = l."officeId"
    ORDER BY CASE l.status::text WHEN 'draft' THEN 0 WHEN 'issued' THEN 1 ELSE 2 END, l."issuedOn" DESC, l.code DESC`;
}
