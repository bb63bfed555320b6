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

test.describe('nobody else', () => {
  test('hears of a report or speaks in it: a stranger, the division, an administrator, a visitor get 404', async () => {
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

  test('speaks from the page of another site', async () => {
    const visitor = new Visitor(portal.url, 'https://elsewhere.example');
    visitor.setCookie('portal-session', officer.cookie('portal-session'));
    expect((await announce(visitor, report.id, { tabId: randomUUID() })).status).toBe(403);
  });

  test('speaks in another shape, at any length or all the time', async () => {
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

test('a session takes its streams with it when it ends or has idled, and an open page alone keeps none alive', async () => {
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

test('a stream is kept by nothing on its way and tells a browser when to come again', async () => {
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
