import 'server-only';
import { z } from 'zod';
import type { Actor, Role } from '@/lib/domain/authorization';
import { accepted, type Result } from '@/lib/domain/refusal';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { reportsTransaction } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';

/** A message to all accounts with one of these roles, in one agency or (null) in none. */
export type NewMessage = {
  kind: 'scheduled' | 'chased' | 'decision';
  /** No account gets two messages of one cause. */
  cause: string;
  reportId: string | null;
  agencyId: string | null;
  roles: readonly Role[];
  subject: string;
  body: string;
  link: string;
  /** The report's version for which the message is valid; null if it does not depend on one. */
  version?: number;
};

/**
 * The recipients of messages: the messages as rows m with their position, the recipients as rows of `recipients` with the
 * account.
 */
const recipientsOf = (messages: readonly NewMessage[]) => Prisma.sql`
  m AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(messages.map((message, place) => ({ ...message, place })))}::jsonb)
      AS m(place int, kind text, cause text, "reportId" uuid,
      "agencyId" uuid, roles text[], subject text, body text, link text, version int)),
  recipients AS (
    SELECT m.*, c.id AS "accountId" FROM m JOIN "Account" c ON c."agencyId" = m."agencyId"
    WHERE c."closedAt" IS NULL AND c.roles && m.roles::"Role"[]
    UNION ALL
    SELECT m.*, c.id FROM m JOIN "Account" c ON m."agencyId" IS NULL AND c."agencyId" IS NULL
    WHERE c."closedAt" IS NULL AND c.roles && m.roles::"Role"[])`;

const causeRow = z.object({ cause: z.string() });

/** Keeps the messages that at least one recipient has not got yet. */
async function unstoredOf(messages: readonly NewMessage[]): Promise<NewMessage[]> {
  const rows = await rowsOf(causeRow)`
    WITH ${recipientsOf(messages)}
    SELECT DISTINCT cause FROM recipients
    WHERE NOT EXISTS (SELECT FROM "Notification" n WHERE n."accountId" = recipients."accountId" AND n.cause = recipients.cause)`;
  const unstored = new Set(rows.map(({ cause }) => cause));
  return messages.filter(({ cause }) => unstored.has(cause));
}

/** Waits for running writes on these reports, so that their rows stay as read until the transaction ends. */
async function holdReports(transaction: Transaction, messages: readonly NewMessage[]): Promise<void> {
  const ids = [...new Set(messages.map(({ reportId }) => reportId))].filter((id) => id !== null).toSorted();
  await transaction.$queryRaw`SELECT 1 FROM "Report" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
}

/**
 * Stores messages with a delivery for each channel that the account has chosen. Accounts that already have a message of
 * the same cause are left out, and nobody is chased for a report that is filed or has changed since it was read. `now`
 * by the portal's clock.
 */
export async function storeMessages(
  transaction: Transaction,
  messages: readonly NewMessage[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  await holdReports(transaction, messages);
  await transaction.$executeRaw`
    WITH ${recipientsOf(messages)},
    stored AS (
      INSERT INTO "Notification" (id, "accountId", kind, cause, "reportId", subject, body, link, "createdAt")
      SELECT gen_random_uuid(), t."accountId", (CASE t.kind WHEN 'scheduled' THEN 'ladder' ELSE t.kind END)::"NotificationKind", t.cause, t."reportId", t.subject, t.body, t.link, ${now}
      FROM recipients t LEFT JOIN "Report" r ON r.id = t."reportId"
      WHERE t.kind = 'decision' OR r.id IS NULL
        OR (${isWithAgency()} AND r.version = coalesce(t.version, r.version))
      ORDER BY t.place
      ON CONFLICT ("accountId", cause) DO NOTHING
      RETURNING id, "accountId")
    INSERT INTO "Delivery" (id, "notificationId", channel, "nextAttemptAt")
    SELECT gen_random_uuid(), stored.id, channel, ${realNow()}
    FROM stored JOIN "Account" c ON c.id = stored."accountId" CROSS JOIN unnest(c.channels) AS channel`;
}

/** Most messages stored in one transaction. */
const batch = 500;

/** The same in transactions of its own, for messages that may all have been stored before. */
export async function storeNewMessages(messages: readonly NewMessage[], now: Date): Promise<void> {
  const unstored = await unstoredOf(messages);
  for (let from = 0; from < unstored.length; from += batch) {
    const some = unstored.slice(from, from + batch);
    await db.$transaction((transaction) => storeMessages(transaction, some, now), reportsTransaction);
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
