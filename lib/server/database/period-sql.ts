import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** A report is owed for a period, and it was not closed by hand; `period` names the row, as in "ReportingPeriod" p. */
export function isOpenPeriod(period = 'p'): Prisma.Sql {
  const row = Prisma.raw(period);
  return Prisma.sql`(${row}."skippedFor" = '' AND ${row}."closedAt" IS NULL)`;
}
