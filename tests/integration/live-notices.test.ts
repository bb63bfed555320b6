import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scopeOf } from '@/lib/domain/authorization';
import { fileReport } from '@/lib/filing/mutations';
import { getLatestEventId, listNoticesSince } from '@/lib/live/data';
import { readMessage } from '@/lib/server/live/live-messages';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { type Sql, sql } from '../support/sql';
import { by, eventsOf, granted, storeCalendar } from '../support/writing';

const listener = new pg.Client(process.env.DATABASE_URL);
const payloads: string[] = [];
let report: MadeReport;
let officer: Awaited<ReturnType<typeof makeAccount>>;

beforeAll(async () => {
  await setDemonstrationClock(now);
  await storeCalendar();
  await listener.connect();
  listener.on('notification', ({ payload = '' }) => payloads.push(payload));
  await listener.query('LISTEN portal_live');
});

afterAll(() => listener.end());

beforeEach(async () => {
  report = await makeReport();
  officer = await makeAccount('reporter', report.agencyId);
  payloads.length = 0;
});

/** Collects all notices so far: a notice of our own is sent, which arrives after all others. */
async function notified(): Promise<string[]> {
  await sql(`SELECT pg_notify('portal_live', 'that is all')`);
  while (payloads.at(-1) !== 'that is all') await new Promise((resolve) => listener.once('notification', resolve));
  return payloads.splice(0).slice(0, -1);
}

const record = (run: Sql, name: string, detail: object = {}) =>
  run('INSERT INTO "Event" (name, "reportId", "accountId", detail) VALUES ($1, $2, $3, $4)', [
    name,
    report.id,
    officer.accountId,
    detail,
  ]);

describe('live notices of recorded events', () => {
  test('each command on a report sends one notice, with its event, its author and its time', async () => {
    granted(await fileReport(report.id, by(officer, report.version)));
    const [event] = await eventsOf(report.id);
    expect((await notified()).map(readMessage)).toEqual([
      {
        type: 'report-changed',
        reportId: report.id,
        eventId: await getLatestEventId(scopeOf(officer), report.id),
        name: 'report-filed',
        accountId: officer.accountId,
        at: event?.at.toISOString(),
      },
    ]);
  });

  test('a saved text is sent as a notice of its own type, with the fields and their versions', async () => {
    const fields = [{ taskId: report.taskIds[0], field: 'progress', version: 3 }];
    await record(sql, 'report-saved', { fields });
    expect((await notified()).map(readMessage)).toEqual([expect.objectContaining({ type: 'saved', fields })]);
  });

  test('a notice of too many saved fields is sent without them', async () => {
    const fields = Array.from({ length: 100 }, () => ({ taskId: report.taskIds[0], field: 'nextSteps', version: 1 }));
    await record(sql, 'report-saved', { fields });
    expect((await notified()).map(readMessage)).toEqual([expect.objectContaining({ type: 'saved', fields: null })]);
  });

  test('a notice is sent at the commit and not before, and not after a rollback', async () => {
    const inside = new pg.Client(process.env.DATABASE_URL);
    await inside.connect();
    const run: Sql = async (text, values) => (await inside.query(text, values && [...values])).rows;
    await run('BEGIN');
    await record(run, 'report-saved');
    expect(await notified()).toEqual([]);
    await run('COMMIT');
    expect(await notified()).toHaveLength(1);
    await run('BEGIN');
    await record(run, 'report-saved');
    await run('ROLLBACK');
    expect(await notified()).toEqual([]);
    await inside.end();
  });

  test('a notice has no content of the report and stays short, however much the event keeps', async () => {
    await record(sql, 'report-saved', { text: '一段文字'.repeat(4_000) });
    const [payload = ''] = await notified();
    expect(payload).not.toContain('文字');
    expect(payload.length).toBeLessThan(500);
  });

  test('an event that is about no report sends no notice', async () => {
    await sql(`INSERT INTO "Event" (name, detail) VALUES ('signed-in', '{}')`);
    expect(await notified()).toEqual([]);
  });
});

test.each(['', 'nonsense', '{"type":"of a newer portal"}', '{"type":"who","reportId":"7"}'])(
  'a notice that this portal cannot read is ignored: %s',
  (text) => {
    expect(readMessage(text)).toBeNull();
  },
);

describe('live notices that a tab missed', () => {
  test('missed notices are read from an event on, and equal those that were sent', async () => {
    const before = await getLatestEventId(scopeOf(officer), report.id);
    await record(sql, 'report-saved', { fields: [{ taskId: report.taskIds[1], field: 'light', version: 1 }] });
    await record(sql, 'report-filed');
    const notices = (await notified()).map(readMessage);
    expect(notices).toHaveLength(2);
    expect(await listNoticesSince(scopeOf(officer), report.id, before)).toEqual(notices);
    const last = await getLatestEventId(scopeOf(officer), report.id);
    expect(await listNoticesSince(scopeOf(officer), report.id, last)).toEqual([]);
  });

  test('missed notices of a report are hidden from a stranger', async () => {
    await record(sql, 'report-saved');
    const { agencyId } = await makeReport();
    const stranger = scopeOf(await makeAccount('reporter', agencyId));
    expect(await listNoticesSince(stranger, report.id, '0')).toEqual([]);
    expect(await listNoticesSince(null, report.id, '0')).toEqual([]);
    expect(await getLatestEventId(stranger, report.id)).toBe('0');
  });
});
