import 'server-only';
import { z } from 'zod';
import { type Actor, divisionRoles, hasRole, isDivisions, scopeOf } from '@/lib/domain/authorization';
import {
  type DeliveryStatus,
  deliveryChannels,
  retryPause,
  sendingLease,
  troubledStatuses,
} from '@/lib/domain/chasing/delivery';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { doneAt } from '@/lib/notifications/done-sql';
import { realNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { lastMovedAt } from '@/lib/server/database/stored-deadline';
import { Prisma } from '@/lib/server/generated/client';
import { messagesWithin } from './data';

const later = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds);

const claimedRow = z.object({
  id: z.string(),
  attempts: z.number(),
  channel: z.enum(deliveryChannels),
  mailAddress: z.string(),
  webhookUrl: z.string(),
  webhookSecret: z.string(),
  phone: z.string(),
  subject: z.string(),
  body: z.string(),
  link: z.string(),
  isWanted: z.boolean(),
});

/**
 * A delivery that this process is sending; `attempts` is the number of its attempt and tells it from those of other
 * processes.
 */
export type Claimed = z.output<typeof claimedRow>;

/** Another account that gets the same message has the same robot, whose group receives the message by that delivery. */
const isHeardInGroup = Prisma.sql`(
  d.channel = 'webhook' AND EXISTS (
    SELECT FROM "Account" c2 JOIN "Notification" n2 ON n2."accountId" = c2.id AND n2.cause = n.cause
      JOIN "Delivery" d2 ON d2."notificationId" = n2.id AND d2.channel = 'webhook'
    WHERE c2."webhookUrl" = c."webhookUrl" AND c2.id <> c.id
      AND CASE WHEN d2.status IN ('pending', 'sending')
        THEN d2.id < d.id AND c2."closedAt" IS NULL AND 'webhook' = ANY(c2.channels)
        ELSE d2.status NOT IN ('failed', 'dropped') END))`;

/**
 * Condition: a delivery d of a message n to an account c, about a report r, is still to be sent. That is not so for an
 * account that is closed or has given up the channel, for a group that gets the message by another delivery, for a
 * message about which nothing is left to do, and for chasing where the report is filed, or its last day was moved or it
 * was withdrawn since the message was written.
 */
const isWanted = Prisma.sql`(
  c."closedAt" IS NULL AND d.channel = ANY(c.channels) AND NOT ${isHeardInGroup} AND ${doneAt} IS NULL
  AND (n.kind::text NOT IN ('ladder', 'chased') OR r.id IS NULL
    OR (${isWithAgency()} AND coalesce(${lastMovedAt} <= n."createdAt", true))))`;

const joined = Prisma.sql`
  "Notification" n JOIN "Account" c ON c.id = n."accountId" LEFT JOIN "Report" r ON r.id = n."reportId"`;

/**
 * Claims the next delivery that is due by the real clock, for the length of the lease; one whose process stopped before
 * it began the final byte is due again. Null where nothing is due. Any number of processes may call it.
 */
export async function claimDelivery(now: Date): Promise<Claimed | null> {
  const [claimed] = await rowsOf(claimedRow)`
    UPDATE "Delivery" d SET status = 'sending', attempts = d.attempts + 1, "nextAttemptAt" = ${later(now, sendingLease)}
    FROM ${joined}
    WHERE n.id = d."notificationId" AND d.id = (
      SELECT id FROM "Delivery" WHERE status IN ('pending', 'sending') AND "nextAttemptAt" <= ${now}
      ORDER BY "nextAttemptAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING d.id, d.attempts, d.channel::text, n.subject, n.body, n.link, c."mailAddress", c."webhookUrl", c."webhookSecret",
      c.phone,
      ${isWanted} AS "isWanted"`;
  return claimed ?? null;
}

/**
 * Records, before the final byte is sent, that a delivery may have arrived; from then on it is never sent again
 * automatically. False where another process has taken it over or it is no longer to be sent.
 */
export async function beginTransmission({ id, attempts }: Claimed): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "Delivery" d SET status = 'handing_over' FROM ${joined}
    WHERE n.id = d."notificationId" AND d.id = ${id}::uuid AND d.status = 'sending' AND d.attempts = ${attempts} AND ${isWanted}`;
  return count === 1;
}

export type DeliveryOutcome =
  | { status: 'sent'; at: Date }
  | { status: 'uncertain' | 'dropped'; error: string }
  /** The other side has not accepted it; `isFinal` where another attempt is of no use. */
  | { status: 'declined'; error: string; isFinal: boolean };

function columnsOf(outcome: DeliveryOutcome, attempts: number, now: Date): Prisma.DeliveryUpdateManyMutationInput {
  if (outcome.status === 'sent') return { status: 'sent', sentAt: outcome.at, lastError: '' };
  const lastError = outcome.error.slice(0, 500);
  if (outcome.status !== 'declined') return { status: outcome.status, lastError };
  const pause = outcome.isFinal ? null : retryPause(attempts);
  if (pause === null) return { status: 'failed', lastError };
  return { status: 'pending', lastError, nextAttemptAt: later(now, pause) };
}

/**
 * Records the outcome of an attempt, unless another process has taken the delivery over. A success reported after the
 * lease has ended replaces `uncertain`; any other late outcome leaves the delivery for a person to check. `now` by the
 * real clock.
 */
export async function settleDelivery({ id, attempts }: Claimed, outcome: DeliveryOutcome, now: Date): Promise<void> {
  const from: DeliveryStatus[] = ['sending', 'handing_over'];
  if (outcome.status === 'sent') from.push('uncertain');
  await db.delivery.updateMany({
    where: { id, attempts, status: { in: from } },
    data: columnsOf(outcome, attempts, now),
  });
}

/**
 * Marks deliveries as uncertain whose process ended during the final byte: they may have arrived, so a person has to
 * check. `now` by the real clock.
 */
export async function settleInterrupted(now: Date): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: { status: 'handing_over', nextAttemptAt: { lte: now } },
    data: { status: 'uncertain' },
  });
  return count;
}

/**
 * Sends a delivery again that failed or may not have arrived, after a person of the division has checked it. Where none
 * is named, it sends all that failed, but not those that may have arrived, because nobody has checked each of them.
 */
export async function resendDelivery(
  deliveryId: string | undefined,
  { actor, address }: { actor: Actor; address: string },
): Promise<Result<void>> {
  const scope = scopeOf(actor);
  if (!hasRole(actor, divisionRoles) || !isDivisions(scope)) return refused({ code: 'forbidden' });
  const notification = messagesWithin(scope);
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.delivery.updateMany({
      where: deliveryId
        ? { id: deliveryId, status: { in: [...troubledStatuses] }, notification }
        : { status: 'failed', notification },
      data: { status: 'pending', attempts: 0, nextAttemptAt: realNow() },
    });
    if (count === 0) return refused({ code: 'stale' });
    const detail = deliveryId ? { deliveryId } : { count };
    await recordEvent(transaction, { name: 'delivery-resent', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
