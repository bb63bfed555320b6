import { globSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { formsOf, Visitor } from '../support/forms';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { type RandomRequests, randomRequests } from '../support/random-requests';
import { rawRequest, sendRaw } from '../support/raw-http';
import { makeReport } from '../support/reports';
import { root } from '../support/source-files';

/**
 * Tables of which a stranger's requests may make rows: counters that are bounded by accounts and addresses. Of their rows in
 * `Event`, one in a quarter of an hour each, the same is true.
 */
const counters = /^(EventCount|SignIn|ReceiptLookup)/;

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

const count = Number(process.env.FUZZ) || 2_500;
const seed = Number(process.env.FUZZ_SEED) || Math.floor(Math.random() * 1e9);

const filesOf = (folder: string) =>
  globSync('**/*', { cwd: folder, exclude: ['portal-servers/**'] }).filter((file) => !file.includes('portal-servers'));

const files = () => [...filesOf(path.join(root, '.next')), ...filesOf(portal.settings.EVIDENCE_FOLDER ?? '')];

/** The numbers of rows of every table that is no counter. */
async function rows(): Promise<Record<string, number>> {
  const tables = await portal.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const counted = tables
    .map(({ name }) => name)
    .filter((name) => name !== 'Event' && !counters.test(name))
    .map(async (name) => {
      const [row] = await portal.sql<{ count: number }>(`SELECT count(*)::int AS count FROM "${name}"`);
      return [name, row?.count ?? 0] as const;
    });
  // The people whose cookies the requests carry may be signed out by one of them, once each, and whoever finds the form may
  // move the clock of a demonstration.
  const events = await portal.sql<{ name: string; count: number }>(
    `SELECT name, count(*)::int AS count FROM "Event" WHERE name NOT IN ('signed-out', 'clock-moved')
       AND id NOT IN (SELECT "eventId" FROM "EventCount" WHERE "eventId" IS NOT NULL) GROUP BY name`,
  );
  return Object.fromEntries([...(await Promise.all(counted)), ...events.map(({ name, count }) => [name, count])]);
}

/** Everything that chance may choose from. */
async function choices(): Promise<RandomRequests> {
  const report = await makeReport({ run: portal.sql });
  const people = [await portal.signIn('reporter', report.agencyId), await portal.signIn('coordinator')];
  const cookies = people.map((person) => `portal-session=${person.cookie('portal-session')}`);
  const stranger = new Visitor(portal.url);
  const forms = [];
  for (const page of ['/sign-in', '/receipts'])
    for (const { fields } of formsOf(await stranger.page(page))) forms.push({ page, fields });
  const values = [report.id, ...report.taskIds, report.agencyId, '2020', '2020Q1', '1'];
  return { seed, origin: portal.url, cookies: ['', ...cookies], values, forms };
}

test(`${count} random requests make no fault, no file and no row`, async () => {
  test.setTimeout(60_000 + count * 60);
  console.log(`FUZZ_SEED=${seed}`);
  const next = randomRequests(await choices());
  const before = { files: files(), rows: await rows() };
  const { host, port } = new URL(portal.url);
  const faults: unknown[] = [];
  let sent = 0;
  const visit = async () => {
    for (; sent < count; ) {
      sent += 1;
      const request = next();
      const { status } = await sendRaw(Number(port), rawRequest(request, host));
      if (status >= 500) faults.push({ status, ...request });
    }
  };
  await Promise.all(Array.from({ length: 8 }, visit));
  expect(faults).toEqual([]);
  expect({ files: files(), rows: await rows() }).toEqual(before);
  for (const line of portal.log) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
  expect((await fetch(`${portal.url}/api/health`)).status).toBe(200);
});
