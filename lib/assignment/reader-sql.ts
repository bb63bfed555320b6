import 'server-only';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { holdsOffice } from '@/lib/server/database/office-sql';
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

/** The name of the account that reads the reports of an agency a in a period p. */
export const readerNameAt = (now: Date) => Prisma.sql`
  (SELECT c."displayName" FROM "ReviewAssignment" s JOIN "Account" c ON c.id = ${readerAt(now)}
   WHERE s."planId" = p."planId" AND s."agencyId" = a.id)`;

/** The name of the reviewer for whom somebody else reads the reports of an agency a in a period p, or null. */
export const absentReaderNameAt = (now: Date) => Prisma.sql`
  (SELECT c."displayName" FROM "ReviewAssignment" s JOIN "Account" c ON c.id = s."reviewerId"
   WHERE s."planId" = p."planId" AND s."agencyId" = a.id AND ${readerAt(now)} <> s."reviewerId")`;

/** Condition: an account has to read a report r of a period p. */
export const isReadBy = (accountId: string, now: Date) => Prisma.sql`
  r."agencyId" IN (
    SELECT s."agencyId" FROM "ReviewAssignment" s
    WHERE s."planId" = p."planId" AND ${readerAt(now)} = ${accountId}::uuid)`;

/** The account that reads a report r of a plan l; null where it has none who could. */
const readerOfReport = (now: Date) => Prisma.sql`(
  SELECT c.id FROM "ReviewAssignment" s JOIN "Account" c ON c.id = ${readerAt(now)}
  WHERE s."planId" = l.id AND s."agencyId" = r."agencyId" AND c."closedAt" IS NULL AND ${holdsOffice(Prisma.sql`l."officeId"`)})`;

/**
 * Condition: an open account c reads a report r of a plan l: its reader or, where it has none who could, every reviewer of
 * the plan's office.
 */
export const readsReport = (now: Date) => Prisma.sql`(
  c."closedAt" IS NULL AND CASE WHEN ${readerOfReport(now)} IS NOT NULL THEN c.id = ${readerOfReport(now)}
    ELSE 'reviewer' = ANY(c.roles) AND ${holdsOffice(Prisma.sql`l."officeId"`)} END)`;
