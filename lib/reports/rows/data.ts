import 'server-only';
import { z } from 'zod';
import { absentReaderNameAt, isReadBy, readerNameAt } from '@/lib/assignment/reader-sql';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { FilingOutcome } from '@/lib/domain/review/filing-rate';
import { nearCopiesOfRow } from '@/lib/reports/last-period/data';
import type { StatusFilter } from '@/lib/schemas/review';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { periodColumn, statusColumn, timelinessColumn } from '@/lib/server/database/columns';
import { owedWithin } from '@/lib/server/database/office-sql';
import { isOwedPeriod } from '@/lib/server/database/period-sql';
import { isWithAgency, isWithDivision, returnedVersion } from '@/lib/server/database/report-sql';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { deadlineColumns, deadlineFields, isClosedAt, withDeadline } from '@/lib/server/database/stored-deadline';
import { Prisma } from '@/lib/server/generated/client';

/** The reports of a plan to list; `now` (portal's clock) decides which of them are overdue. */
export type ReportFilter = {
  planCode: string;
  /** Null stands for every period that has begun. */
  periodCode: PeriodCode | null;
  status: StatusFilter | null;
  /** A part of the agency's name, or ''. */
  search: string;
  /** The outcome of the report's first filing that was not withdrawn, or that there was none. */
  timeliness?: FilingOutcome;
  /** Only those that were returned at least once. */
  returned?: boolean;
  /** The code of one agency. */
  agencyCode?: string;
  /** The calendar year of the period. */
  year?: number;
  /** The account whose turn it is to read them. */
  readerId?: string;
  now: Date;
};

/** The row that `rowColumnsAt` reads. */
export const storedRow = z.object({
  id: z.string(),
  periodCode: periodColumn,
  agencyCode: z.string(),
  agencyName: z.string(),
  /** The name of the account that reads the agency's reports today; null if there is no assignment. */
  reader: z.string().nullable(),
  /** The name of the account for which it stands in. */
  absentReader: z.string().nullable(),
  status: statusColumn,
  opensAt: z.date(),
  timeliness: timelinessColumn.nullable(),
  filedVersions: z.number(),
  /** The time at which the latest version was filed. */
  filedAt: z.date().nullable(),
  returnedVersion: z.number().nullable(),
  reviewBegun: z.boolean(),
  published: z.boolean(),
  extensionPending: z.boolean(),
  /** The number of sections that are nearly the last period's, of a report that waits for its review. */
  nearCopies: z.number(),
  ...deadlineFields,
});

/**
 * A report with its last day and its closing instant in force (exclusive, null while provisional), and the last day of
 * an extension.
 */
export type ReportRow = ReturnType<typeof rowOf>;

/** Condition: a report r was returned at least once. */
export const wasReturned = Prisma.sql`
  EXISTS (SELECT FROM "Review" w WHERE w."reportId" = r.id AND w.outcome = 'returned')`;

/**
 * The timeliness of a report r, null if it counts as not filed: it lies with the agency, and was never returned, so
 * whatever was filed was withdrawn.
 */
const countedTimeliness = Prisma.sql`CASE WHEN ${isWithDivision()} OR ${wasReturned} THEN r.timeliness::text END`;

/** The columns that a row needs, from a report r, its period p and its agency a. */
export const rowColumnsAt = (now: Date) => Prisma.sql`
  r.id, p.quarter AS "periodCode", a.code AS "agencyCode", ${agencyNameInPeriod()} AS "agencyName", ${readerNameAt(now)} AS reader,
  ${absentReaderNameAt(now)} AS "absentReader", r.status::text, p."opensAt",
  ${deadlineColumns},
  ${countedTimeliness} AS timeliness, r."filedVersions", ${returnedVersion} AS "returnedVersion",
  r."reviewBegunAt" IS NOT NULL AS "reviewBegun",
  r."publicationId" IS NOT NULL AS published,
  (SELECT v."filedAt" FROM "FiledVersion" v WHERE v."reportId" = r.id AND v.number = r."filedVersions") AS "filedAt",
  CASE WHEN r.status = 'filed' THEN ${nearCopiesOfRow()} ELSE 0 END AS "nearCopies",
  ${isWithAgency()}
    AND EXISTS (SELECT FROM "Extension" x WHERE x."reportId" = r.id AND x.outcome IS NULL) AS "extensionPending"`;

export function rowOf(stored: z.output<typeof storedRow>) {
  return { ...withDeadline(stored), extendedOn: stored.extendedDueOn };
}

/** The same rule as `isOverdue` in lib/domain, over the columns of a report r and its period p. */
export const overdueAt = (now: Date) => Prisma.sql`(${isWithAgency()} AND ${isClosedAt(now)})`;

/** The same rule as `filingOutcomeOf` in lib/domain/review/filing-rate.ts, over the columns of a report r and its period p. */
export const outcomeAt = (now: Date) => Prisma.sql`
  coalesce(${countedTimeliness}, CASE WHEN ${isClosedAt(now)} THEN 'missing' ELSE 'pending' END)`;

/** Condition: a period p lies in a period, or in a year, has begun, and was not skipped. */
export function periodCondition({
  periodCode,
  year,
  now,
}: Pick<ReportFilter, 'periodCode' | 'year' | 'now'>): Prisma.Sql {
  if (periodCode) return Prisma.sql`p.quarter = ${periodCode} AND ${isOwedPeriod()}`;
  return year
    ? Prisma.sql`p."opensAt" <= ${now} AND ${isOwedPeriod()} AND starts_with(p.quarter, ${String(year)})`
    : Prisma.sql`p."opensAt" <= ${now} AND ${isOwedPeriod()}`;
}

function countedConditions({ timeliness, returned, agencyCode, readerId, now }: ReportFilter): Prisma.Sql[] {
  return [
    ...(timeliness ? [Prisma.sql`${outcomeAt(now)} = ${timeliness}`] : []),
    ...(returned ? [wasReturned] : []),
    ...(agencyCode ? [Prisma.sql`r."agencyId" = (SELECT id FROM "Agency" WHERE code = ${agencyCode})`] : []),
    ...(readerId ? [isReadBy(readerId, now)] : []),
  ];
}

function statusCondition(status: StatusFilter | null, now: Date): Prisma.Sql {
  if (status === null) return Prisma.sql`TRUE`;
  if (status === 'overdue') return overdueAt(now);
  if (status === 'published') return Prisma.sql`r."publicationId" IS NOT NULL`;
  if (status === 'unfiled') return Prisma.sql`r.status IN ('not_started', 'draft', 'awaiting_sign_off')`;
  return Prisma.sql`r.status = ${status}::"ReportStatus"`;
}

/** Condition: a report lies in the scope and meets the filter. */
export function conditionOf(scope: ReportScope, filter: ReportFilter): Prisma.Sql {
  const { status, search, now } = filter;
  const wanted = [statusCondition(status, now), owedWithin(scope), periodCondition(filter)];
  wanted.push(...countedConditions(filter));
  if (search) {
    wanted.push(Prisma.sql`r."agencyId" IN (SELECT id FROM "Agency" WHERE ${holdsSearch(Prisma.sql`name`, search)})`);
  }
  return Prisma.join(wanted, ' AND ');
}
