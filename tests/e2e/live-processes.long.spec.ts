import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { Visitor } from '../support/forms';
import { announce, LiveStream } from '../support/live-stream';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';

let first: OwnPortal;
let second: OwnPortal;
let report: MadeReport;
let officer: Officer;
let colleague: Officer;
const open: LiveStream[] = [];

test.beforeAll(async () => {
  first = await OwnPortal.start();
  second = await first.beside();
  report = await makeReport({ run: first.sql });
  officer = await first.signIn('reporter', report.agencyId);
  colleague = await first.signIn('approver', report.agencyId);
});

test.afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

test.afterAll(async () => {
  await second.stop();
  await first.stop();
});

/** Returns the same person as a visitor of another process. */
function at(portal: OwnPortal, person: Officer): Visitor {
  const visitor = new Visitor(portal.url);
  visitor.setCookie('portal-session', person.cookie('portal-session'));
  return visitor;
}

async function listen(portal: OwnPortal, person: Officer, tab = randomUUID(), more: Record<string, string> = {}) {
  const stream = await LiveStream.open(at(portal, person), report.id, { tab, ...more });
  open.push(stream);
  return stream;
}

const shown = (stream: LiveStream) => stream.writers.map(({ name, taskId }) => [name, taskId]);
const shows = (stream: LiveStream, ...writers: (string | null | undefined)[][]) =>
  stream.until(() => JSON.stringify(shown(stream)) === JSON.stringify(writers));

/** Records an event of the report, as every command does. */
const record = (name: string) =>
  first.sql(`INSERT INTO "Event" (name, "reportId", "accountId", detail) VALUES ($1, $2, $3, '{}')`, [
    name,
    report.id,
    officer.accountId,
  ]);

test.describe('live updates across two processes on one database', () => {
  test('each process shows a writer of the other, the task of that writer, and the end of the visit', async () => {
    const [tab, task] = [randomUUID(), report.taskIds[1]];
    const mine = await listen(first, officer);
    const theirs = await listen(second, colleague, tab);
    await shows(theirs, [officer.userName, null]);
    await shows(mine, [colleague.userName, null]);
    expect((await announce(at(second, colleague), report.id, { tabId: tab, taskId: task })).status).toBe(204);
    await shows(mine, [colleague.userName, task]);
    theirs.close();
    await shows(mine);
  });

  test('a tab may send to one process and listen to another', async () => {
    const [tab, task] = [randomUUID(), report.taskIds[0]];
    const mine = await listen(first, officer);
    await listen(first, colleague, tab);
    await announce(at(second, colleague), report.id, { tabId: tab, taskId: task });
    await shows(mine, [colleague.userName, task]);
    const late = await listen(second, officer);
    await late.until(() => shown(late).length === 2);
    expect(shown(late)).toContainEqual([colleague.userName, task]);
    expect(late.writers.map(({ isYou }) => isYou).toSorted()).toEqual([false, true]);
  });

  test('an event recorded in any process is sent to both', async () => {
    const streams = [await listen(first, officer), await listen(second, colleague)];
    await record('report-saved');
    await record('report-filed');
    const news = ({ events }: LiveStream) =>
      events.filter(({ event }) => event === 'saved' || event === 'report-changed');
    for (const stream of streams) await stream.until(() => news(stream).length === 2);
    const heard = streams.map((stream) => news(stream).map(({ data }) => data as { name: string; isYou: boolean }));
    expect(heard.map((each) => each.map(({ name, isYou }) => [name, isYou]))).toEqual([
      [
        ['report-saved', true],
        ['report-filed', true],
      ],
      [
        ['report-saved', false],
        ['report-filed', false],
      ],
    ]);
  });

  test('the writers of a killed process disappear, and appear again with it', async () => {
    const mine = await listen(first, officer);
    const theirs = await listen(second, colleague);
    await shows(mine, [colleague.userName, null]);
    await second.kill();
    await theirs.finished;
    await shows(mine);
    await second.restart();
    await listen(second, colleague);
    await shows(mine, [colleague.userName, null]);
  });

  test('a process that is asked to stop ends its streams and exits', async () => {
    const third = await first.beside();
    const stream = await listen(third, officer);
    await third.stop();
    await stream.finished;
  });
});

test.describe('missed live updates', () => {
  test('events recorded while a tab was away are sent when it is back', async () => {
    const before = await listen(first, officer);
    const last = before.events.findLast(({ event }) => event === 'hello')?.id ?? '';
    before.close();
    await record('report-saved');
    const again = await listen(first, officer, randomUUID(), { after: last });
    expect(again.events.filter(({ event }) => event === 'saved')).toHaveLength(1);
  });

  test('events recorded while the listening connection was cut are still sent', async () => {
    const stream = await listen(first, officer);
    await first.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    await record('report-saved');
    await stream.until(() => stream.events.some(({ event }) => event === 'saved'));
  });
});
