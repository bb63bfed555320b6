import 'server-only';
import { portalZone } from '@/lib/domain/calendar/civil-date';
import { Prisma } from '@/lib/server/generated/client';

/**
 * The approver for whom an account (`row` names it) is deputy today by the portal's clock, as JSON; null on other days
 * and after either of them has left. The same rule as `isDeputyOn` in lib/domain/accounts/deputies.ts.
 */
export function approverDeputizedBy(row: string): Prisma.Sql {
  const deputy = Prisma.raw(row);
  return Prisma.sql`
    (SELECT json_build_object('accountId', q.id, 'displayName', q."displayName")
     FROM "ApproverDeputy" d JOIN "Account" q ON q.id = d."approverId"
     WHERE d."deputyId" = ${deputy}.id AND q."agencyId" = ${deputy}."agencyId" AND q."closedAt" IS NULL
       AND 'approver' = ANY(q.roles)
       AND (portal_now() AT TIME ZONE ${portalZone})::date BETWEEN d."fromOn" AND d."untilOn"
     ORDER BY d."fromOn", d.id LIMIT 1)`;
}
