import 'server-only';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { Prisma } from '@/lib/server/generated/client';

/**
 * The same rule as `readerOn` in lib/domain/review/review-assignment.ts: the reader for an assignment s on the day of an
 * instant.
 */
const readerAt = (now: Date) => Prisma.sql`
  coalesce(
    (SELECT l."standInId" FROM "Leave" l
     WHERE l."reviewerId" = s."reviewerId" AND ${civilDateOf(now)}::date BETWEEN l."fromOn" AND l."untilOn" LIMIT 1),
    s."reviewerId")`;

/** The name of the account that reads the reports of an agency a. */
export const readerNameAt = (now: Date) => Prisma.sql`
  (SELECT c."displayName" FROM "ReviewAssignment" s JOIN "Account" c ON c.id = ${readerAt(now)}
   WHERE s."agencyId" = a.id)`;

/** The name of the reviewer for whom somebody else reads the reports of an agency a, null if nobody stands in. */
export const absentReaderNameAt = (now: Date) => Prisma.sql`
  (SELECT c."displayName" FROM "ReviewAssignment" s JOIN "Account" c ON c.id = s."reviewerId"
   WHERE s."agencyId" = a.id AND ${readerAt(now)} <> s."reviewerId")`;

/** Condition: an account has to read a report r. */
export const isReadBy = (accountId: string, now: Date) => Prisma.sql`
  r."agencyId" IN (SELECT s."agencyId" FROM "ReviewAssignment" s WHERE ${readerAt(now)} = ${accountId}::uuid)`;

/**
 * Condition: an open account c reads the reports of an agency, by its id in SQL: its reader or, where it has none who
 * could, every reviewer.
 */
export const readsAgency = (agencyId: Prisma.Sql, now: Date) => Prisma.sql`(
  c."closedAt" IS NULL AND CASE
    WHEN EXISTS (SELECT FROM "ReviewAssignment" s JOIN "Account" o ON o.id = ${readerAt(now)}
      WHERE s."agencyId" = ${agencyId} AND o."closedAt" IS NULL)
    THEN c.id = (SELECT ${readerAt(now)} FROM "ReviewAssignment" s WHERE s."agencyId" = ${agencyId})
    ELSE 'reviewer' = ANY(c.roles) END)`;
