import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { Visitor } from '../support/forms';
import { announce, LiveStream } from '../support/live-stream';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';

let portal: OwnPortal;
let report: MadeReport;
let officer: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ run: portal.sql });
  officer = await portal.signIn('reporter', report.agencyId);
});

test.afterAll(() => portal.stop());

const listen = (visitor: Visitor) => LiveStream.open(visitor, report.id, { tab: randomUUID() });

test.describe('access to the live updates of a report', () => {
  test('strangers, the division, administrators and visitors neither read nor send live updates of a report', async () => {
    const other = await makeReport({ run: portal.sql });
    const strangers = [
      await portal.signIn('reporter', other.agencyId),
      await portal.signIn('reviewer'),
      await portal.signIn('leader'),
      await portal.signIn('auditor'),
      new Visitor(portal.url),
    ];
    for (const stranger of strangers) {
      const answers = [
        await stranger.request(`/api/live/reports/${report.id}?tab=${randomUUID()}`),
        await announce(stranger, report.id, { tabId: randomUUID() }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
    expect((await announce(officer, randomUUID(), { tabId: randomUUID() })).status).toBe(404);
    expect((await announce(officer, 'nothing', { tabId: randomUUID() })).status).toBe(404);
  });

  test('a live update from a page of another site is refused', async () => {
    const visitor = new Visitor(portal.url, 'https://elsewhere.example');
    visitor.setCookie('portal-session', officer.cookie('portal-session'));
    expect((await announce(visitor, report.id, { tabId: randomUUID() })).status).toBe(403);
  });

  test('live updates of a wrong form, of any length or too often are refused', async () => {
    const talker = await portal.signIn('reporter', report.agencyId);
    expect((await announce(talker, report.id, { tabId: 'mine' })).status).toBe(400);
    expect((await announce(talker, report.id, { tabId: randomUUID(), more: 'x'.repeat(600) })).status).toBe(400);
    expect((await talker.request(`/api/live/reports/${report.id}?tab=mine`)).status).toBe(400);
    const answers = await Promise.all(
      Array.from({ length: 31 }, () => announce(talker, report.id, { tabId: randomUUID() })),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
  });
});

test('streams end with their session or when it is idle, and an open page alone keeps no session alive', async () => {
  const leaving = await portal.signIn('reporter', report.agencyId);
  const idle = await portal.signIn('reporter', report.agencyId);
  const change = (person: Officer, column: 'endedAt' | 'lastSeenAt', ago: string) =>
    portal.sql(`UPDATE "Session" SET "${column}" = now() - $2::interval WHERE "accountId" = $1`, [
      person.accountId,
      ago,
    ]);
  const isFresh = async () => {
    const [row] = await portal.sql<{ fresh: boolean }>(
      `SELECT "lastSeenAt" > now() - interval '5 minutes' AS fresh FROM "Session" WHERE "accountId" = $1`,
      [idle.accountId],
    );
    return row?.fresh;
  };
  await change(idle, 'lastSeenAt', '29 minutes');
  const [mine, theirs, idling] = [await listen(officer), await listen(leaving), await listen(idle)];
  expect(await isFresh()).toBe(false);
  await announce(idle, report.id, { tabId: randomUUID() });
  expect(await isFresh()).toBe(true);
  await change(leaving, 'endedAt', '0 minutes');
  await change(idle, 'lastSeenAt', '30 minutes');
  await Promise.all([theirs.finished, idling.finished]);
  await mine.until(() => mine.writers.every(({ name }) => name !== leaving.userName));
  mine.close();
});

test('a live stream is neither cached nor buffered on its way', async () => {
  const stream = await listen(officer);
  const headers = ['content-type', 'cache-control', 'x-accel-buffering', 'content-encoding'];
  expect(headers.map((name) => stream.response.headers.get(name))).toEqual([
    'text/event-stream; charset=utf-8',
    'no-store, no-transform',
    'no',
    null,
  ]);
  stream.close();
});
