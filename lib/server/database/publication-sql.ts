import 'server-only';
import { Prisma } from '@/lib/server/generated/client';

/** Condition: a proposal q still waits, which it does until an outcome or any later change of its report r. */
export const isWaiting = Prisma.sql`q."reportVersion" = r.version AND q.outcome IS NULL`;

/** The proposal of a report r that waits for another account, as JSON, or null. */
export const waitingProposal = Prisma.sql`
  (SELECT json_build_object('id', q.id, 'proposedById', q."proposedById") FROM "PublicationProposal" q
    WHERE q."reportId" = r.id AND ${isWaiting})`;

/** The last publication of a report r was withdrawn without a reason, and none was given since. */
export const withdrawalUnexplained = Prisma.sql`
  coalesce((SELECT u.kind = 'withdrawn' AND u.reason = '' AND NOT EXISTS (SELECT FROM "Event" v
      WHERE v."reportId" = r.id AND v.name = 'publication-withdrawal-explained'
        AND (v.detail ->> 'number')::int = u.number)
    FROM "Publication" u WHERE u."reportId" = r.id ORDER BY u.number DESC LIMIT 1), false)`;
