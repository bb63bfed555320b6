import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventNames } from '@/lib/domain/report/report-events';
import {
  publicEvents,
  publicPlanEvents,
  publicRegisterEvents,
  publicStateEvents,
} from '@/lib/domain/review/public-events';
import { type MadeReport, makeReport } from '../support/reports';
import { sql, undone } from '../support/sql';

const listener = new pg.Client(process.env.DATABASE_URL);
const heard: string[] = [];
let report: MadeReport;

beforeAll(async () => {
  report = await makeReport();
  await listener.connect();
  listener.on('notification', ({ payload = '' }) => heard.push(payload));
  await listener.query('LISTEN portal_public');
});

afterAll(() => listener.end());

/** Everything that has been told so far: what is sent last arrives last. */
async function notices(): Promise<string[]> {
  await sql(`SELECT pg_notify('portal_public', 'that is all')`);
  while (heard.at(-1) !== 'that is all') await new Promise((resolve) => listener.once('notification', resolve));
  return heard.splice(0).slice(0, -1);
}

const record = (name: string, reportId: string | null) =>
  sql(`INSERT INTO "Event" (name, "reportId", detail) VALUES ($1, $2, '{}')`, [name, reportId]);

const ofEveryPage = [...publicEvents, ...publicPlanEvents, ...publicRegisterEvents];

test('an event after which every page may change stands in one list', () => {
  expect(ofEveryPage).toHaveLength(new Set(ofEveryPage).size);
});

test.each(ofEveryPage)('after %s every process drops all public pages', async (name) => {
  await record(name, name.startsWith('portal') ? report.id : null);
  expect(await notices()).toEqual(['']);
});

test.each(publicStateEvents)(
  'after %s every process drops the pages that show the state of the report',
  async (name) => {
    await record(name, report.id);
    expect(await notices()).toEqual([report.id]);
  },
);

test('late filing that is opened for a whole plan concerns all its reports', async () => {
  await record('late-filing-opened', null);
  expect(await notices()).toEqual(['']);
});

test('no other event of a report, and no sign-in, costs a page', async () => {
  const listed: readonly string[] = [...publicEvents, ...publicStateEvents];
  const others = Object.values(eventNames).filter((name) => !listed.includes(name));
  expect(others).toContain('report-saved');
  for (const name of [...others, 'signed-in', 'sign-in-failed']) await record(name, report.id);
  expect(await notices()).toEqual([]);
});

test('a change that is rolled back is told to nobody', async () => {
  await expect(
    undone(async (run) => {
      await run(`INSERT INTO "Event" (name, detail) VALUES ('plan-set-up', '{}')`);
      throw new Error('not committed');
    }),
  ).rejects.toThrow('not committed');
  expect(await notices()).toEqual([]);
});
