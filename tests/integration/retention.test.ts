import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteOld } from '@/lib/retention/job';
import { portalNow, realNow } from '@/lib/server/clock';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { one, sql } from '../support/sql';

let accountId: string;

beforeAll(() => setDemonstrationClock(now));
beforeEach(async () => {
  await sql('DELETE FROM "Session"');
  await sql('DELETE FROM "Delivery"');
  await sql('DELETE FROM "Notification"');
  ({ accountId } = await makeAccount('reporter', (await makeReport()).agencyId));
});
afterEach(() => {
  process.env.KEEP_SESSIONS_DAYS = '';
});

const day = 24 * 60 * 60 * 1_000;
const ago = (days: number, from: Date) => new Date(from.getTime() - days * day);

const addSession = (days: number) =>
  sql('INSERT INTO "Session" (id, "accountId", "createdAt", "lastSeenAt") VALUES ($1, $2, $3, $3)', [
    randomUUID(),
    accountId,
    ago(days, realNow()),
  ]);

/** A message of some days ago by the portal's clock, sent by mail with a result. */
async function addMessage(days: number, status: string): Promise<void> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Notification" (id, "accountId", kind, cause, subject, body, link, "createdAt")
     VALUES ($1, $2, 'notice', $3, '', '', '/filing', $4)`,
    [id, accountId, `test/${id}`, ago(days, await portalNow())],
  );
  await sql(
    `INSERT INTO "Delivery" (id, "notificationId", channel, status, "nextAttemptAt") VALUES ($1, $2, 'mail', $3, $4)`,
    [randomUUID(), id, status, realNow()],
  );
}

const count = async (table: string) => (await one<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).n;

describe('what is kept how long', () => {
  test('a session is deleted after 180 days, or after as many as the setting says', async () => {
    for (const days of [0, 179, 181]) await addSession(days);
    await deleteOld();
    expect(await count('Session')).toBe(2);
    process.env.KEEP_SESSIONS_DAYS = '30';
    await deleteOld();
    expect(await count('Session')).toBe(1);
  });

  test('a delivery is deleted after a year, its message after two, by the clock of the portal', async () => {
    for (const days of [0, 364, 366, 729, 731]) await addMessage(days, 'sent');
    await deleteOld();
    expect([await count('Notification'), await count('Delivery')]).toEqual([4, 2]);
  });

  test('a delivery that may still be sent is kept with its message, however old', async () => {
    for (const status of ['pending', 'sending', 'handing_over', 'failed']) await addMessage(800, status);
    await deleteOld();
    expect([await count('Notification'), await count('Delivery')]).toEqual([3, 3]);
  });

  test('thousands of old rows are deleted, by two runs at once too, and no event is', async () => {
    await sql(
      `INSERT INTO "Session" (id, "accountId", "createdAt", "lastSeenAt")
       SELECT gen_random_uuid(), $1, $2, $2 FROM generate_series(1, 2500)`,
      [accountId, ago(200, realNow())],
    );
    await sql(`INSERT INTO "Event" (name, "accountId", detail, "recordedAt") VALUES ('signed-in', $1, '{}', $2)`, [
      accountId,
      ago(4_000, realNow()),
    ]);
    const events = await count('Event');
    await Promise.all([deleteOld(), deleteOld()]);
    expect(await count('Session')).toBe(0);
    expect(await count('Event')).toBeGreaterThan(events);
  });

  test('a run that deletes records how many of each kind, and one that deletes none records nothing', async () => {
    await addSession(181);
    const recorded = () =>
      sql<{ detail: object }>(`SELECT detail FROM "Event" WHERE name = 'old-records-deleted' ORDER BY id DESC`);
    await deleteOld();
    const [latest] = await recorded();
    expect(latest?.detail).toEqual({ sessions: 1, deliveries: 0, messages: 0 });
    const before = (await recorded()).length;
    await deleteOld();
    expect(await recorded()).toHaveLength(before);
  });

  test('old sessions are found by an index', async () => {
    await sql(
      `INSERT INTO "Session" (id, "accountId", "createdAt", "lastSeenAt")
       SELECT gen_random_uuid(), $1, now(), now() FROM generate_series(1, 20000)`,
      [accountId],
    );
    await sql('ANALYZE "Session"');
    const plan = await sql<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM "Session" WHERE "createdAt" < now() - interval '180 days' LIMIT 1000`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Session_createdAt_idx');
  });
});
