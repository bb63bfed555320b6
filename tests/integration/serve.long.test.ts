import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { freePort } from '@/scripts/free-port';
import { migrationNames } from '@/scripts/migration-files';
import { prepareOwnDatabase } from '@/scripts/portal-database';
import { runScript } from '@/scripts/run-script';
import { makeAccount } from '../support/accounts';
import { actionOf, formsOf, Visitor } from '../support/forms';
import { emptyDatabase } from '../support/migrating';
import { officerPassword } from '../support/own-portal';
import { type Launch, type LaunchSettings, launchPortal, launchServe, untilPrinted } from '../support/portal';
import { copyBuiltProject } from '../support/project-copy';
import { connect } from '../support/sql';

const secret = 'x'.repeat(32);

let url: string;
let sql: ReturnType<typeof connect>;
let running: Launch[] = [];

const settingsFor = async (databaseUrl = url) => {
  const port = String(await freePort());
  return { PORT: port, PORTAL_URL: `http://localhost:${port}`, DATABASE_URL: databaseUrl, AUTH_SECRET: secret };
};

/** Starts one of the commands, waits until its portal is ready, and gives its address. */
async function serving(command: (settings: LaunchSettings) => Launch): Promise<string> {
  const settings = await settingsFor();
  const launch = command(settings);
  running.push(launch);
  await untilPrinted(launch, messages.ready(settings.PORTAL_URL));
  return settings.PORTAL_URL;
}

/** Runs `npm run serve` to an end that it has by itself. */
async function refusalOf(databaseUrl: string, folder?: string): Promise<{ printed: string; code: number | null }> {
  const launch = launchServe(await settingsFor(databaseUrl), folder);
  const code = await launch.ended;
  return { printed: launch.printed().trim(), code };
}

beforeAll(async () => {
  await runScript('build-portal.ts', []);
  url = await emptyDatabase();
  sql = connect(url);
  await prepareOwnDatabase(url, { DATABASE_URL: url, AUTH_SECRET: secret });
}, 400_000);

afterEach(async () => {
  for (const { process: launcher } of running) launcher.kill('SIGTERM');
  expect(await Promise.all(running.map(({ ended }) => ended))).toEqual(running.map(() => 0));
  running = [];
});

afterAll(() => sql.end());

describe('npm run serve', () => {
  test('any number of processes serve one build at once, beside npm start and after a publication', async () => {
    const first = await serving(launchServe);
    await sql(`INSERT INTO "Event" (name, detail) VALUES ('report-published', '{}')`);
    const others = [await serving(launchServe), await serving(launchPortal)];
    for (const address of [first, ...others]) {
      const home = await (await fetch(`${address}/tasks`)).text();
      const [script = ''] = /\/_next\/static\/chunks\/[^"]+[.]js/.exec(home) ?? [];
      for (const other of [first, ...others]) expect((await fetch(other + script)).status).toBe(200);
    }
  }, 240_000);

  test('a form of one process is taken by another one', async () => {
    const [first, second] = [await serving(launchServe), await serving(launchServe)];
    const { userName } = await makeAccount('coordinator', null, {
      run: sql,
      passwordHash: await hash(officerPassword),
    });
    const form = formsOf(await new Visitor(first).page('/sign-in')).find(({ fields }) => 'password' in fields);
    const hidden = actionOf(form ?? { fields: {}, text: '' }).hidden;
    const there = new Visitor(second);
    const answer = await there.post('/sign-in', { ...hidden, userName, password: officerPassword });
    expect(answer.status).toBe(303);
    expect(await there.page('/review')).toContain(userName);
  }, 240_000);

  test('refuses a database that is not migrated, or not set up, and migrates none', async () => {
    const empty = await emptyDatabase();
    expect(await refusalOf(empty)).toEqual({ printed: messages.databaseOlder(await migrationNames()), code: 1 });
    const inside = connect(empty);
    expect(await inside('SELECT FROM pg_tables WHERE schemaname = current_schema()')).toEqual([]);
    await inside.end();
    expect(await refusalOf(process.env.DATABASE_URL ?? '')).toEqual({ printed: messages.databaseEmpty, code: 1 });
  }, 60_000);

  test('refuses a database of a newer program', async () => {
    const name = '29991231000000_future';
    await sql(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', $1, now())`,
      [name],
    );
    const refused = await refusalOf(url);
    await sql('DELETE FROM "_prisma_migrations" WHERE migration_name = $1', [name]);
    expect(refused).toEqual({ printed: messages.databaseNewer([name]), code: 1 });
  }, 60_000);

  test('refuses a build of other sources', async () => {
    const folder = await copyBuiltProject();
    await writeFile(path.join(folder, 'lib/added.ts'), '');
    expect(await refusalOf(url, folder)).toEqual({ printed: messages.notBuilt, code: 1 });
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
});
