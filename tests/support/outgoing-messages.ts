import { randomUUID } from 'node:crypto';
import type { DeliveryChannel } from '@/lib/domain/chasing/delivery';
import { makeAccount } from './accounts';
import { makeAgency } from './reports';
import { one, sql } from './sql';

/** An officer of an agency with further channels: mail, a robot or short messages. */
export async function makeReader(
  channels: readonly DeliveryChannel[],
  addresses: { mail?: string; webhook?: string; sms?: string },
) {
  const reader = await makeAccount('reporter', await makeAgency());
  await sql(
    `UPDATE "Account" SET channels = $2::"DeliveryChannel"[], "mailAddress" = $3, "webhookUrl" = $4, phone = $5 WHERE id = $1`,
    [reader.accountId, channels, addresses.mail ?? '', addresses.webhook ?? '', addresses.sms ?? ''],
  );
  return reader;
}

/** Stores a notification with a delivery that is due at once, and gives the delivery's id. */
export async function makeOutgoingMessage(
  accountId: string,
  channel: DeliveryChannel,
  reportId: string | null = null,
): Promise<string> {
  const [notificationId, id] = [randomUUID(), randomUUID()];
  await sql(
    `INSERT INTO "Notification" (id, "accountId", kind, cause, "reportId", subject, body, link, "createdAt")
     VALUES ($1, $2, 'ladder', $3, $4, '【催办】2020年第三季度报告请最迟于2020年10月12日（周一）报送', '请及时报送。', '/filing', now())`,
    [notificationId, accountId, `test/${notificationId}`, reportId],
  );
  await sql('INSERT INTO "Delivery" (id, "notificationId", channel, "nextAttemptAt") VALUES ($1, $2, $3, now())', [
    id,
    notificationId,
    channel,
  ]);
  return id;
}

export type StoredDelivery = {
  status: string;
  attempts: number;
  lastError: string;
  sentAt: Date | null;
  nextAttemptAt: Date;
};

export const deliveryOf = (id: string) => one<StoredDelivery>('SELECT * FROM "Delivery" WHERE id = $1', [id]);

/** The number of deliveries by status. */
export async function statusCounts(): Promise<Record<string, number>> {
  const rows = await sql<{ status: string; count: number }>(
    'SELECT status::text, count(*)::int AS count FROM "Delivery" GROUP BY 1',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** Makes all deliveries due, as if their leases and the pauses before their next attempt had ended. */
export async function letTimePass(): Promise<void> {
  await sql(`UPDATE "Delivery" SET "nextAttemptAt" = now() - interval '1 second' WHERE status <> 'sent'`);
}

/** Wakes the processes that do jobs, as an event does. */
export async function wakeWorkers(): Promise<void> {
  const notice = {
    type: 'report-changed',
    reportId: randomUUID(),
    eventId: '1',
    name: 'report-started',
    accountId: null,
    at: '2020-09-28T01:00:00.000Z',
  };
  await sql(`SELECT pg_notify('portal_live', $1)`, [JSON.stringify(notice)]);
}
