import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** Plans that were issued, closed ones among them: a draft is known to the people of its office alone. */
export const issuedPlan = { status: { not: 'draft' } } as const satisfies Prisma.PlanWhereInput;

/** The same condition on a plan l. */
export const isIssued = Prisma.sql`l.status <> 'draft'`;

/** Condition: an agency a reports on several plans that are under way. All such agencies are read once for a whole list. */
export const agencyHasSeveral = Prisma.sql`(a.id IN (
  SELECT g."agencyId" FROM "PlanAgency" g JOIN "Plan" o ON o.id = g."planId" AND o.status = 'issued'
  GROUP BY 1 HAVING count(*) > 1))`;

/** Condition: the office of a plan l has several that are under way. */
export const officeHasSeveral = Prisma.sql`(l."officeId" IN (
  SELECT o."officeId" FROM "Plan" o WHERE o.status = 'issued' GROUP BY 1 HAVING count(*) > 1))`;

/** The plans that run come first, then the closed ones; of each, the one that was issued last. */
export const latestFirst = [
  { status: 'asc' },
  { issuedOn: 'desc' },
  { code: 'desc' },
] as const satisfies Prisma.PlanOrderByWithRelationInput[];

/** The words that name a plan beside others: its title, and how many its office has under way. */
export const namedPlan = {
  title: true,
  office: { select: { _count: { select: { plans: { where: { status: 'issued' } } } } } },
} as const satisfies Prisma.PlanSelect;
