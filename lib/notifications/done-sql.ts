import 'server-only';
import { settlesCalendar, settlingEvents } from '@/lib/domain/chasing/notified-events';
import { Prisma } from '@/lib/server/generated/client';

/** An event about another contribution settles nothing; one about the whole report settles all of them. */
const isOfSameContribution = Prisma.sql`
  coalesce(v.detail ->> 'contributionId', e.detail ->> 'contributionId') IS NOT DISTINCT FROM e.detail ->> 'contributionId'`;

/**
 * The instant from which nothing is left to do about a message n; null while something is, and for a message about which
 * nothing was to be done. It follows from the events, so that it is true whoever acted and however the message came.
 */
export const doneAt = Prisma.sql`
  coalesce(
    (SELECT min(v.at) FROM "Event" e JOIN "Event" v ON v."reportId" = e."reportId" AND v.id > e.id
       AND jsonb_exists(${JSON.stringify(settlingEvents)}::jsonb -> e.name, v.name) AND ${isOfSameContribution}
     WHERE e.id = n."eventId"),
    (SELECT min(v.at) FROM "Event" v
     WHERE n."eventId" IS NULL AND n.kind::text IN ('ladder', 'notice') AND v."reportId" = n."reportId"
       AND v.name = ${settlesCalendar} AND v.at >= n."createdAt"))`;
