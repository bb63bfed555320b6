import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** The time at which the division last chased the agency of a report r for it by hand; null where never. */
export const chasedByHandAt = Prisma.sql`
  (SELECT max(v.at) FROM "Event" v WHERE v."reportId" = r.id AND v.name = 'report-chased')`;

/** The time at which the agency of a report r was last chased for it, by the schedule or by hand; null where never. */
export const chasedAt = Prisma.sql`
  greatest((SELECT max(n."createdAt") FROM "Notification" n WHERE n."reportId" = r.id AND n.kind = 'ladder'),
    ${chasedByHandAt})`;
