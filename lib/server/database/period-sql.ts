import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** The reason for which nothing is filed for a period p any more (`filingEnds` in lib/domain), or null while reports are owed. */
export const filingEnd = Prisma.sql`
  CASE WHEN p."skippedFor" <> '' THEN 'skipped' WHEN p."closedAt" IS NOT NULL THEN 'closed' END`;

/** Reports of a period are counted: it was not skipped. `period` names the row, as in "ReportingPeriod" p. */
export function isOwedPeriod(period = 'p'): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(period)}."skippedFor" = ''`;
}

/** Reports of a period can still be filed, so far as the period decides it: it was neither skipped nor closed by hand. */
export function isOpenPeriod(period = 'p'): Prisma.Sql {
  return Prisma.sql`(${isOwedPeriod(period)} AND ${Prisma.raw(period)}."closedAt" IS NULL)`;
}

/** The same for the client's own queries. */
export const openPeriod = { skippedFor: '', closedAt: null } as const satisfies Prisma.ReportingPeriodWhereInput;
