import { execFileSync } from 'node:child_process';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { clusterUrl, servingProcess } from '@/scripts/postgres-cluster';
import { makeAccount } from '../support/accounts';
import { descendant } from '../support/descendants';
import { Visitor } from '../support/forms';
import { officerPassword } from '../support/own-portal';
import { type RunningPortal, startPortal } from '../support/portal';
import { makeReport } from '../support/reports';
import { SavingLoop } from '../support/saving-loop';
import { connect } from '../support/sql';

// The whole of `npm start`, as a demonstration, whose processes are killed, frozen and kept from writing.

let portal: RunningPortal;
let sql: ReturnType<typeof connect>;

const processOf = (words: string) => descendant(portal.launch.process.pid ?? 0, words);
const webProcess = () => processOf('web-process.ts');
const cluster = () => ({ folder: `${portal.dataFolder}/postgres`, logFile: `${portal.dataFolder}/postgres.log` });
const databaseProcess = () => servingProcess(cluster().folder)?.pid ?? Number.NaN;

async function statusOf(path: string): Promise<number> {
  const answer = await fetch(portal.url + path, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status ?? 0;
}

/** Waits until the portal is ready again. */
const untilReady = (timeout: number) =>
  vi.waitUntil(async () => (await statusOf('/api/health')) === 200, { timeout, interval: 100 });

/** Waits until the launcher has printed a text after a place in its output. */
const untilSaid = (text: string, after: number) =>
  vi.waitUntil(() => portal.launch.printed().slice(after).includes(text), { timeout: 60_000, interval: 100 });

async function startSaving(): Promise<SavingLoop> {
  const report = await makeReport({ run: sql });
  const passwordHash = await hash(officerPassword);
  const { userName } = await makeAccount('reporter', report.agencyId, { run: sql, passwordHash });
  const visitor = new Visitor(portal.url);
  await visitor.signIn(userName, officerPassword);
  return new SavingLoop(visitor, report);
}

/** Limits the size of what the launcher, and every process that it starts from then on, may write to one file. */
function limitFiles(size: string): void {
  execFileSync('prlimit', ['--pid', String(processOf('scripts/portal.ts')), `--fsize=${size}:`]);
}

beforeAll(async () => {
  portal = await startPortal();
  const port = servingProcess(cluster().folder)?.port ?? 0;
  sql = connect(clusterUrl(cluster(), port, 'portal'));
}, 300_000);

afterAll(async () => {
  await sql.end();
  await portal.stop();
}, 60_000);

describe('npm start', () => {
  test('after kill -9 of its web process under saves it answers within ten seconds, and no acknowledged save is lost', async () => {
    const loops = await Promise.all(Array.from({ length: 6 }, startSaving));
    await vi.waitUntil(() => loops.every(({ acknowledged }) => acknowledged > 3), { timeout: 60_000 });
    process.kill(webProcess(), 'SIGKILL');
    await untilReady(10_000);
    const before = loops.map(({ acknowledged }) => acknowledged);
    await vi.waitUntil(() => loops.every(({ acknowledged }, index) => acknowledged > Number(before[index])), {
      timeout: 60_000,
    });
    for (const loop of loops) {
      await loop.stop();
      const { version, text } = await loop.stored(sql);
      expect(version).toBe(loop.acknowledged);
      expect(text).toBe(`第${version}稿`);
    }
  }, 120_000);

  test('after kill -9 of its job process it starts another one and says so', async () => {
    const after = portal.launch.printed().length;
    process.kill(processOf('jobs.ts'), 'SIGKILL');
    await untilSaid(messages.jobsDied('SIGKILL', 0), after);
    await untilSaid(messages.jobsReady, after);
  }, 120_000);

  test('a web process and a job process that are frozen are replaced', async () => {
    const after = portal.launch.printed().length;
    process.kill(webProcess(), 'SIGSTOP');
    process.kill(processOf('jobs.ts'), 'SIGSTOP');
    await untilSaid(messages.processFrozen, after);
    await untilSaid(messages.serverDied('SIGKILL', 0), after);
    await untilSaid(messages.jobsDied('SIGKILL', 0), after);
    await untilReady(60_000);
    await untilSaid(messages.jobsReady, after);
  }, 180_000);

  test('a full disk is said, keeps the web process serving, and is left again by itself once there is room', async () => {
    const after = portal.launch.printed().length;
    limitFiles('65536');
    process.kill(databaseProcess(), 'SIGKILL');
    await untilSaid(messages.databaseDiskFull, after);
    expect(await statusOf('/api/health')).toBe(503);
    // The worker's lines are in the same output, and name their process.
    await untilSaid('"process":"jobs"', after);
    limitFiles('unlimited');
    await untilSaid(messages.databaseBack, after);
    await untilReady(30_000);
  }, 180_000);
});
