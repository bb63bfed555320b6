import 'server-only';
import { z } from 'zod';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { deadlineInForce } from '@/lib/domain/deadline/closing';
import { movingLastDay } from '@/lib/domain/report/event-lists';
import { Prisma } from '@/lib/server/generated/client';
import { civilDateColumn } from './columns';

/** A day as the client gives it, at midnight in UTC, or as raw SQL does, as a text. */
type StoredDay = Date | CivilDate;

type PeriodDays<Day> = { dueOn: Day; closesAt: Date; provisional: boolean };
type ReportDays<Day> = {
  extendedDueOn: Day | null;
  extendedClosesAt: Date | null;
  returnDueOn: Day | null;
  returnClosesAt: Date | null;
};

const dayOf = (stored: StoredDay) => (stored instanceof Date ? civilDateFromStored(stored) : stored);

const lastDay = (dueOn: StoredDay | null, closesAt: Date | null) =>
  dueOn && closesAt ? { dueOn: dayOf(dueOn), closesAt } : null;

/** The last days that a report has, and the one in force: every reader of the columns takes them from here. */
export function lastDaysOf(ofPeriod: PeriodDays<StoredDay>, report: ReportDays<StoredDay>) {
  const period = { ...ofPeriod, dueOn: dayOf(ofPeriod.dueOn) };
  const extension = lastDay(report.extendedDueOn, report.extendedClosesAt);
  const returned = lastDay(report.returnDueOn, report.returnClosesAt);
  return { extension, returned, inForce: deadlineInForce({ period, extension, returned }) };
}

/** The columns of a report from which its last day in force follows, beside those of its period. */
export const reportDaySelect = {
  extendedDueOn: true,
  extendedClosesAt: true,
  returnDueOn: true,
  returnClosesAt: true,
} as const satisfies Prisma.ReportSelect;

/** The same of the period. */
export const periodDaySelect = {
  dueOn: true,
  closesAt: true,
  provisional: true,
} as const satisfies Prisma.ReportingPeriodSelect;

/** The same in raw SQL, of a report r and its period p. */
export const deadlineColumns = Prisma.sql`
  p."dueOn"::text AS "periodDueOn", p."closesAt" AS "periodClosesAt", p.provisional,
  r."extendedDueOn"::text, r."extendedClosesAt", r."returnDueOn"::text, r."returnClosesAt"`;

/** The columns that `deadlineColumns` reads. */
export const deadlineFields = {
  periodDueOn: civilDateColumn,
  periodClosesAt: z.date(),
  provisional: z.boolean(),
  extendedDueOn: civilDateColumn.nullable(),
  extendedClosesAt: z.date().nullable(),
  returnDueOn: civilDateColumn.nullable(),
  returnClosesAt: z.date().nullable(),
};

const deadlineSchema = z.object(deadlineFields);
export type StoredDeadline = z.output<typeof deadlineSchema>;

/** The last days of a row that has `deadlineColumns`. */
export function lastDaysOfRow({ periodDueOn, periodClosesAt, provisional, ...report }: StoredDeadline) {
  return lastDaysOf({ dueOn: periodDueOn, closesAt: periodClosesAt, provisional }, report);
}

/** Replaces these columns by the last day and the closing instant in force. */
export function withDeadline<Row extends StoredDeadline>(stored: Row) {
  const {
    periodDueOn: _dueOn,
    periodClosesAt: _closesAt,
    provisional: _provisional,
    extendedDueOn: _extendedDueOn,
    extendedClosesAt: _extendedClosesAt,
    returnDueOn: _returnDueOn,
    returnClosesAt: _returnClosesAt,
    ...row
  } = stored;
  return { ...row, ...lastDaysOfRow(stored).inForce };
}

/** The latest closing instant of a report r and its period p, without regard to whether it is provisional. */
export const latestClosing = Prisma.sql`greatest(p."closesAt", r."extendedClosesAt", r."returnClosesAt")`;

/** The closing instant in force of a report r has come: the same rule as `deadlineInForce`. */
export const isClosedAt = (now: Date) => Prisma.sql`(NOT p.provisional AND ${latestClosing} <= ${now})`;

/** The closing instant of a period p itself has come, whatever extensions its reports have. */
export const isPeriodClosedAt = (now: Date) => Prisma.sql`(NOT p.provisional AND p."closesAt" <= ${now})`;

/** A report r of a plan l can be filed after its closing instant: the same rule as `isLateFilingOpen` in lib/domain. */
export const isLateFilingOpen = Prisma.sql`(r."lateFilingOpen" OR l."afterClosing" = 'late_filing_open')`;

/**
 * The time at which the last day in force of a report r was last moved, or the report withdrawn; null if neither
 * happened.
 */
export const lastMovedAt = Prisma.sql`
  (SELECT max(v.at) FROM "Event" v WHERE v."reportId" = r.id AND (
    v.name IN (${Prisma.join([...movingLastDay])})
    OR v.name = 'extension-decided' AND v.detail ->> 'grantedOn' IS NOT NULL))`;
