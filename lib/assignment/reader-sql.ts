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

/** Condition: an account has to read a report r. */
export const isReadBy = (accountId: string, now: Date) => Prisma.sql`
  r."agencyId" IN (SELECT s."agencyId" FROM "ReviewAssignment" s WHERE ${readerAt(now)} = ${accountId}::uuid)`;
