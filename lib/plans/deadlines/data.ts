import 'server-only';
import { z } from 'zod';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import type { CalendarMove } from '@/lib/domain/deadline/calendar-move';
import { type Deadline, deadlineOf, isSameDeadline } from '@/lib/domain/deadline/deadline';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineRuleSchema } from '@/lib/server/database/stored-json';

const openRow = z.object({
  periodId: z.string(),
  periodCode: periodColumn,
  planCode: z.string(),
  planTitle: z.string(),
  officeId: z.string(),
  office: z.string(),
  rule: deadlineRuleSchema,
  dueOn: civilDateColumn,
  closesAt: z.date(),
  provisional: z.boolean(),
  reports: z.number(),
  extended: z.number(),
  setByHand: z.boolean(),
});

const openPeriods = (now: Date, client: Transaction) => rowsOf(openRow, client)`
  SELECT p.id AS "periodId", p.quarter AS "periodCode", l.code AS "planCode", l.title AS "planTitle",
    l."officeId", o.name AS office, l."deadlineRule" AS rule, p."dueOn"::text AS "dueOn", p."closesAt", p.provisional,
    (SELECT count(*)::int FROM "Report" r WHERE r."periodId" = p.id AND ${isWithAgency()}) AS reports,
    (SELECT count(*)::int FROM "Report" r WHERE r."periodId" = p.id AND r."extendedClosesAt" IS NOT NULL) AS extended,
    coalesce((SELECT v.detail ->> 'cause' = 'coordinator' FROM "Event" v
      WHERE v.name = 'deadline-moved' AND v.detail ->> 'periodId' = p.id::text ORDER BY v.id DESC LIMIT 1), false) AS "setByHand"
  FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" JOIN "Office" o ON o.id = l."officeId"
  WHERE l.status::text = 'issued' AND ${isOpenPeriod()} AND (p.provisional OR p."closesAt" > ${now})
  ORDER BY p."dueOn", l.code, p.quarter`;

type OpenPeriod = z.output<typeof openRow>;

function moveOf(
  { dueOn, closesAt, provisional, rule: _, ...period }: OpenPeriod,
  after: Deadline,
  now: Date,
): CalendarMove {
  return {
    ...period,
    before: { dueOn, closesAt, provisional },
    after,
    /** The period would close at once. */
    isPast: !after.provisional && after.closesAt <= now,
  };
}

/**
 * Lists the deadlines that a calendar gives otherwise than they are frozen: of every issued plan, every period that has
 * not closed yet, the one due first at the top. A day that a coordinator set by hand is among them, and marked.
 */
export async function listCalendarMoves(
  calendar: WorkingDayCalendar,
  now: Date,
  client: Transaction = db,
): Promise<CalendarMove[]> {
  const periods = await openPeriods(now, client);
  return periods.flatMap((period) => {
    const after = deadlineOf(period.periodCode, period.rule, calendar);
    return isSameDeadline(period, after) ? [] : [moveOf(period, after, now)];
  });
}
