import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { commandPages } from '../support/command-forms';
import { DatabaseLine } from '../support/database-line';
import { formsOf } from '../support/forms';
import { holding } from '../support/holding';
import { storePublication, storeWithdrawal } from '../support/made-publications';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { agencyCodeOf, type MadeReport, makeReport } from '../support/reports';

let first: OwnPortal;
let second: OwnPortal;
let line: DatabaseLine;
let leader: Officer;
let report: MadeReport;
let versionId: string;
/** Stands in the public text of this test and nowhere else. */
let mark: string;

test.beforeAll(async () => {
  first = await OwnPortal.start();
  line = await DatabaseLine.to(first.settings.DATABASE_URL ?? '');
  second = await first.beside({ DATABASE_URL: line.url });
  leader = await first.signIn('leader');
});

test.afterAll(async () => {
  await second.kill();
  line.close();
  await second.stop();
  await first.stop();
});

const record = (name: string) =>
  first.sql(`INSERT INTO "Event" (name, "reportId", detail) VALUES ($1, $2, '{}')`, [name, report.id]);

/** Publishes a text of a report that was reopened and returned since. */
test.beforeEach(async () => {
  mark = randomUUID();
  report = await makeReport({ status: 'returned', run: first.sql });
  const [version] = await first.sql<{ id: string }>('SELECT id FROM "FiledVersion" WHERE "reportId" = $1', [report.id]);
  versionId = version?.id ?? '';
  const entry = { taskText: '试验任务', sections: ['progress'], progress: mark, noProgress: false };
  await storePublication(report, versionId, first.sql, {
    plan: { code: report.planCode, title: '试验计划' },
    agency: { code: agencyCodeOf(report.agencyId), name: agencyCodeOf(report.agencyId) },
    quarter: '2020Q1',
    sections: ['progress'],
    entries: report.taskIds.map((_, index) => ({ ...entry, taskCode: `${report.planCode}-${index + 1}` })),
  });
  await record('report-published');
});

/** Every address at which the text can be read: pages, what a browser's router asks for, and open data. */
function places(): [string, RequestInit][] {
  const pages = [`/tasks/${report.planCode}-1`, `/agencies/${agencyCodeOf(report.agencyId)}`];
  return [
    ...pages.map((page): [string, RequestInit] => [page, {}]),
    ...pages.map((page): [string, RequestInit] => [page, { headers: { RSC: '1' } }]),
    [`/api/v1/plans/${report.planCode}/tasks`, {}],
  ];
}

/** The addresses at which a process serves the text; one that does not answer serves nothing. */
async function shownBy(portal: OwnPortal): Promise<string[]> {
  const shown = await Promise.all(
    places().map(async ([path, init]) => {
      const signal = AbortSignal.timeout(3_000);
      const text = await fetch(portal.url + path, { ...init, signal })
        .then((answer) => answer.text())
        .catch(() => '');
      return text.includes(mark) ? `${portal.url}${path}` : [];
    }),
  );
  return shown.flat();
}

const shown = async () => [...(await shownBy(first)), ...(await shownBy(second))];
const everywhere = () => expect.poll(async () => (await shown()).length).toBe(2 * places().length);

/** Goes on reading, and gives what is still shown to requests that are sent so many seconds after now, or later. */
async function shownAfter(seconds: number, read: () => Promise<string[]>): Promise<string[]> {
  const from = performance.now() + seconds * 1_000;
  for (;;) {
    const sent = performance.now();
    const found = await read();
    if (sent >= from) return found;
  }
}

async function withdraw(): Promise<void> {
  const { path, isForm } = commandPages['withdraw-publication'];
  const form = formsOf(await leader.page(path(report))).find(isForm);
  const answer = await leader.post(path(report), { ...form?.fields, reason: '有误' });
  expect(answer.status).toBe(303);
}

/** The same by what it writes, where no page can be asked. */
async function withdrawByHand(): Promise<void> {
  await storeWithdrawal(report, versionId, first.sql);
  await record('publication-withdrawn');
}

test('a text that is withdrawn after its report was reopened and returned is gone from both processes within a second', async () => {
  await everywhere();
  await withdraw();
  expect(await shownAfter(1, shown)).toEqual([]);
});

test('a process on which nobody has read the text never shows it after the withdrawal', async () => {
  await expect.poll(async () => (await shownBy(first)).length).toBe(places().length);
  await withdraw();
  expect(await shownAfter(1, () => shownBy(second))).toEqual([]);
});

test('a page that was being made during the withdrawal is made again before anybody gets it', async () => {
  const link = `/agencies/${agencyCodeOf(report.agencyId)}#`;
  const home = async (portal: OwnPortal) => (await fetch(portal.url)).text();
  for (const portal of [first, second]) await expect.poll(() => home(portal)).toContain(link);
  // Any change empties both processes, so that the pages are made anew.
  await record('plan-set-up');
  const waiting = () =>
    first.sql(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  const lock = await holding(first.settings.DATABASE_URL, 'LOCK TABLE "Task" IN ACCESS EXCLUSIVE MODE');
  // The latest publications have been read when the tasks are waited for.
  const answers = Promise.all([home(first), home(second)]);
  await expect.poll(async () => (await waiting()).length).toBeGreaterThanOrEqual(2);
  await withdrawByHand();
  await lock.release();
  for (const text of await answers) expect(text).not.toContain(link);
});

test('a process that was stopped during the withdrawal serves nothing of before when it goes on', async () => {
  await everywhere();
  second.signal('SIGSTOP');
  await withdraw();
  const answers = shownBy(second);
  // Requests wait at the stopped process when it goes on.
  await expect.poll(() => shownBy(first)).toEqual([]);
  second.signal('SIGCONT');
  expect(await answers).toEqual([]);
  await expect.poll(() => shownBy(second)).toEqual([]);
});

test('a process that is cut off from the database serves nothing from two seconds on, and the truth when it is back', async () => {
  await everywhere();
  line.cut();
  expect(await shownAfter(2, () => shownBy(second))).toEqual([]);
  await withdraw();
  expect(await shownBy(second)).toEqual([]);
  line.mend();
  const [[page]] = places() as [[string, RequestInit]];
  await expect.poll(async () => (await fetch(second.url + page)).status).toBe(200);
  expect(await shownBy(second)).toEqual([]);
});

test('a process whose connections fall silent serves nothing from two seconds on', async () => {
  await everywhere();
  line.silence();
  expect(await shownAfter(2, () => shownBy(second))).toEqual([]);
});
