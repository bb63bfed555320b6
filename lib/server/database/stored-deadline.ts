import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { deadlineInForce } from '@/lib/domain/deadline/closing';
import { Prisma } from '@/lib/server/generated/client';

/** The columns from which the last day in force of a report is derived, as `deadlineColumns` reads them. */
export type StoredDeadline = {
  periodDueOn: CivilDate;
  periodClosesAt: Date;
  provisional: boolean;
  extendedDueOn: CivilDate | null;
  extendedClosesAt: Date | null;
  returnDueOn: CivilDate | null;
  returnClosesAt: Date | null;
};

/** Columns of a report r and its period p. */
export const deadlineColumns = Prisma.sql`
  p."dueOn"::text AS "periodDueOn", p."closesAt" AS "periodClosesAt", p.provisional,
  r."extendedDueOn"::text, r."extendedClosesAt", r."returnDueOn"::text, r."returnClosesAt"`;

const lastDay = (dueOn: CivilDate | null, closesAt: Date | null) => (dueOn && closesAt ? { dueOn, closesAt } : null);

/** Replaces these columns by the last day and the closing instant in force. */
export function withDeadline<Row extends StoredDeadline>(stored: Row) {
  const {
    periodDueOn,
    periodClosesAt,
    provisional,
    extendedDueOn,
    extendedClosesAt,
    returnDueOn,
    returnClosesAt,
    ...row
  } = stored;
  return {
    ...row,
    ...deadlineInForce({
      period: { dueOn: periodDueOn, closesAt: periodClosesAt, provisional },
      extension: lastDay(extendedDueOn, extendedClosesAt),
      returned: lastDay(returnDueOn, returnClosesAt),
    }),
  };
}

/**
 * The time at which the last day in force of a report r was last moved, or the report withdrawn; null if neither
 * happened.
 */
export const lastMovedAt = Prisma.sql`
  (SELECT max(v.at) FROM "Event" v WHERE v."reportId" = r.id AND (
    v.name IN ('extension-granted', 'report-returned', 'report-withdrawn')
    OR v.name = 'extension-decided' AND v.detail ->> 'grantedOn' IS NOT NULL))`;
