import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** Plans that were issued, closed ones among them: a draft is known to the coordinators of its office alone. */
export const issuedPlan = { status: { not: 'draft' } } as const satisfies Prisma.PlanWhereInput;

/** The same condition on a plan l. */
export const isIssued = Prisma.sql`l.status <> 'draft'`;

/** Condition: reports of a plan l are asked for. */
export const isUnderWay = Prisma.sql`l.status = 'issued'`;

/** The plans that run come first, then the closed ones; of each, the one that was issued last. */
export const latestFirst = [
  { status: 'asc' },
  { issuedOn: 'desc' },
  { code: 'desc' },
] as const satisfies Prisma.PlanOrderByWithRelationInput[];
