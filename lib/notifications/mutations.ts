import 'server-only';
import { z } from 'zod';
import { actsAs } from '@/lib/accounts/officers/role-sql';
import type { Actor } from '@/lib/domain/authorization';
import { grouped } from '@/lib/domain/grouped';
import { accepted, type Result } from '@/lib/domain/refusal';
import type { MessageRecipients } from '@/lib/notifications/pending/recipients';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { holdsOffice } from '@/lib/server/database/office-sql';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { reportsTransaction } from '@/lib/server/database/write-path';
import { type NotificationKind, Prisma } from '@/lib/server/generated/client';

export type NewMessage = {
  kind: NotificationKind;
  /** No account gets two messages of one cause. */
  cause: string;
  reportId: string | null;
  /** The event that the message is about, and whose act it was: that account is not notified. */
  event?: { id: string; accountId: string | null };
  to: MessageRecipients;
  subject: string;
  body: string;
  link: string;
  /** The report's version for which the message is valid; left out if it does not depend on one. */
  version?: number;
  /** Sent over the channels beside the inbox in a digest only. */
  isBundled?: boolean;
};

const rowsFor = (messages: readonly NewMessage[]) =>
  messages.map(({ to, event, ...message }, place) => ({
    ...message,
    ...to,
    place,
    eventId: event?.id,
    actorId: event?.accountId,
  }));

/**
 * The recipients of messages: the messages as rows m with their position, the recipients as rows of `recipients` with the
 * account.
 */
const recipientsOf = (messages: readonly NewMessage[]) => Prisma.sql`
  m AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rowsFor(messages))}::jsonb)
      AS m(place int, kind text, cause text, "reportId" uuid, "eventId" bigint, "actorId" uuid, "agencyId" uuid, "officeId" uuid, roles text[],
      "accountIds" uuid[], subject text, body text, link text, version int, "isBundled" boolean)),
  recipients AS (
    SELECT m.*, c.id AS "accountId" FROM m JOIN "Account" c ON c."agencyId" = m."agencyId"
    WHERE ${actsAs(Prisma.sql`m.roles`)} AND c.id IS DISTINCT FROM m."actorId"
    UNION ALL
    SELECT m.*, c.id FROM m JOIN "Account" c ON m."officeId" IS NOT NULL AND c."agencyId" IS NULL
    WHERE ${holdsOffice(Prisma.sql`m."officeId"`)} AND ${actsAs(Prisma.sql`m.roles`)} AND c.id IS DISTINCT FROM m."actorId"
    UNION ALL
    SELECT m.*, c.id FROM m JOIN "Account" c ON c.id = ANY(m."accountIds")
    WHERE c."closedAt" IS NULL AND c.id IS DISTINCT FROM m."actorId")`;

const recipientRow = z.object({ place: z.number(), accountId: z.string() });
type Recipient = z.output<typeof recipientRow>;

/** Lists the accounts that have not got a message of the same cause yet, each with the first of those messages to it. */
function unstoredOf(messages: readonly NewMessage[]): Promise<Recipient[]> {
  return rowsOf(recipientRow)`
    WITH ${recipientsOf(messages)}
    SELECT DISTINCT ON ("accountId", cause) place, "accountId" FROM recipients
    WHERE NOT EXISTS (SELECT FROM "Notification" n WHERE n."accountId" = recipients."accountId" AND n.cause = recipients.cause)
    ORDER BY "accountId", cause, place`;
}

/** Waits for running writes on these reports, so that their rows stay as read until the transaction ends. */
async function holdReports(transaction: Transaction, messages: readonly NewMessage[]): Promise<void> {
  const ids = [...new Set(messages.map(({ reportId }) => reportId))].filter((id) => id !== null).toSorted();
  await transaction.$queryRaw`SELECT 1 FROM "Report" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
}

const storedRow = z.object({ id: z.string(), accountId: z.string(), cause: z.string() });
type StoredMessage = z.output<typeof storedRow>;

/**
 * Stores messages. Accounts that already have a message of the same cause are left out, and nobody is chased for a report
 * that is filed or has changed since it was read.
 */
function insertMessages(
  transaction: Transaction,
  messages: readonly NewMessage[],
  now: Date,
): Promise<StoredMessage[]> {
  return rowsOf(storedRow, transaction)`
    WITH ${recipientsOf(messages)}
    INSERT INTO "Notification" (id, "accountId", kind, cause, "reportId", "eventId", subject, body, link, "createdAt")
    SELECT gen_random_uuid(), t."accountId", (CASE t.kind WHEN 'scheduled' THEN 'ladder' ELSE t.kind END)::"NotificationKind",
      t.cause, t."reportId", t."eventId", t.subject, t.body, t.link, ${now}
    FROM recipients t LEFT JOIN "Report" r ON r.id = t."reportId"
    WHERE (t.kind NOT IN ('scheduled', 'chased') AND t.version IS NULL) OR r.id IS NULL
      OR (${isWithAgency()} AND r.version = coalesce(t.version, r.version))
    ORDER BY t.place
    ON CONFLICT ("accountId", cause) DO NOTHING
    RETURNING id, "accountId", cause`;
}

/** Stores a delivery of each message for each channel that its account has chosen. */
async function insertDeliveries(transaction: Transaction, stored: readonly StoredMessage[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Delivery" (id, "notificationId", channel, "nextAttemptAt")
    SELECT gen_random_uuid(), n.id, channel, ${realNow()}
    FROM "Notification" n JOIN "Account" c ON c.id = n."accountId" CROSS JOIN unnest(c.channels) AS channel
    WHERE n.id = ANY(${stored.map(({ id }) => id)}::uuid[])`;
}

/**
 * Stores messages with a delivery for each channel that the account has chosen, but for those that a digest delivers. `now`
 * by the portal's clock.
 */
export async function storeMessages(
  transaction: Transaction,
  messages: readonly NewMessage[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  await holdReports(transaction, messages);
  const stored = await insertMessages(transaction, messages, now);
  const bundled = new Set(messages.filter(({ isBundled }) => isBundled).map(({ cause }) => cause));
  await insertDeliveries(
    transaction,
    stored.filter(({ cause }) => !bundled.has(cause)),
  );
}

/** Writes the message that is delivered in place of several. */
type Combine = (bundle: { accountId: string; subjects: string[] }, now: Date) => NewMessage;

/** The same for messages of which an account gets one delivery alone: several that are stored at once are combined. */
async function storeCombined(
  transaction: Transaction,
  messages: readonly NewMessage[],
  { now, combine }: { now: Date; combine: Combine },
): Promise<void> {
  await holdReports(transaction, messages);
  const stored = await insertMessages(transaction, messages, now);
  const subjects = new Map(messages.map(({ cause, subject }) => [cause, subject]));
  const ofAccount = grouped(stored, ({ accountId }) => accountId);
  const withSeveral = [...ofAccount.keys()].filter((accountId) => (ofAccount.get(accountId)?.length ?? 0) > 1);
  const reached = await transaction.account.findMany({
    where: { id: { in: withSeveral }, channels: { isEmpty: false } },
    select: { id: true },
  });
  const combined = reached.map(({ id: accountId }) => {
    const own = ofAccount.get(accountId) ?? [];
    return combine({ accountId, subjects: own.map(({ cause }) => subjects.get(cause) ?? '') }, now);
  });
  const single = stored.filter(({ accountId }) => ofAccount.get(accountId)?.length === 1);
  const instead = combined.length > 0 ? await insertMessages(transaction, combined, now) : [];
  await insertDeliveries(transaction, [...single, ...instead]);
}

/** Most messages stored in one transaction, but for those to one account. */
const batch = 500;

/**
 * The messages in parts of about `batch`. Those to one account stay together, because one delivery names all of them; one to
 * several accounts may stand in several parts.
 */
function inBatches(messages: readonly NewMessage[], recipients: readonly Recipient[]): NewMessage[][] {
  const batches: Recipient[][] = [];
  for (const own of grouped(recipients, ({ accountId }) => accountId).values()) {
    const last = batches[batches.length - 1];
    if (last && last.length + own.length <= batch) last.push(...own);
    else batches.push([...own]);
  }
  return batches.map((some) => {
    const places = grouped(some, ({ place }) => place);
    return messages.flatMap((message, place) => {
      const to = places.get(place);
      return to ? [{ ...message, to: { accountIds: to.map(({ accountId }) => accountId) } }] : [];
    });
  });
}

/**
 * The same in transactions of its own, for messages that may all have been stored before. With `combine`, an account gets
 * one delivery for all of them.
 */
export async function storeNewMessages(messages: readonly NewMessage[], now: Date, combine?: Combine): Promise<void> {
  for (const some of inBatches(messages, await unstoredOf(messages))) {
    await db.$transaction(
      (transaction) =>
        combine ? storeCombined(transaction, some, { now, combine }) : storeMessages(transaction, some, now),
      reportsTransaction,
    );
  }
}

/** Marks the account's own messages as read: one or, where none is named, all. `now` by the portal's clock. */
export async function markRead(actor: Actor, messageId: string | undefined, now: Date): Promise<Result<void>> {
  await db.notification.updateMany({
    where: { id: messageId, accountId: actor.accountId, readAt: null },
    data: { readAt: now },
  });
  return accepted(undefined);
}

/** Marks one of the account's own messages as read, and gives the page that it is about; null where it has none such. */
export async function openMessage(actor: Actor, messageId: string, now: Date): Promise<string | null> {
  const where = { id: messageId, accountId: actor.accountId };
  const message = await db.notification.findFirst({ where, select: { link: true } });
  if (!message) return null;
  await markRead(actor, messageId, now);
  return message.link;
}
