import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../../scripts/free-port';
import { clusterUrl, servingProcess } from '../../scripts/postgres-cluster';
import { withOffice } from '../support/office';
import { launchCopy, untilPrinted } from '../support/portal';
import { copyBuiltProject } from '../support/project-copy';
import { connect } from '../support/sql';

const secret = randomUUID() + randomUUID();
const publicPages = [
  '/',
  '/notice',
  '/tasks',
  '/tasks/2020-01',
  '/agencies',
  '/agencies/01',
  '/deadlines',
  '/site-map',
];
const [taskOfFirst, taskOfSecond] = ['第一个数据库的任务', '第二个数据库的任务'];

let folder: string;
const names = { first: `first_${randomUUID().slice(0, 8)}`, second: `second_${randomUUID().slice(0, 8)}` };
let stop: () => Promise<void> = async () => {};

function urlOf(database: string): string {
  const cluster = path.join(process.env.E2E_DATA ?? '', 'postgres');
  return clusterUrl({ folder: cluster, logFile: `${cluster}.log` }, servingProcess(cluster)?.port ?? 0, database);
}

async function run(database: string, ...statements: string[]): Promise<void> {
  const sql = connect(urlOf(database));
  for (const statement of statements) await sql(statement);
  await sql.end();
}

/** Starts the copied portal on a database and gives its address. */
async function start(database: string): Promise<string> {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const settings = { PORT: port, PORTAL_DATA: path.join(folder, '.data'), AUTH_SECRET: secret };
  const launch = launchCopy(folder, { ...settings, DATABASE_URL: urlOf(database) });
  stop = async () => {
    launch.process.kill('SIGTERM');
    await launch.ended;
  };
  await untilPrinted(launch, url);
  return url;
}

/** Stores an issued plan with one task, which agency 01 leads, and with one period. */
async function storePlan(database: string): Promise<void> {
  await run(
    database,
    `${withOffice}, plan AS (
       INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
         "officeId", "firstOn", "lastOn")
       SELECT gen_random_uuid(), '2020', '试验计划', '试验局', '2020-01-02', '试验处', '试验',
         '{"nthWorkingDay":3,"inclusive":true,"cutoff":"24:00"}', 'issued', id, '2020-01-01', '2020-12-31'
       FROM office RETURNING id
     ), agency AS (
       INSERT INTO "Agency" (id, code, name, position) VALUES (gen_random_uuid(), '01', '甲局', 1) RETURNING id
     ), task AS (
       INSERT INTO "Task" (id, "planId", code, position, text)
       SELECT gen_random_uuid(), id, '2020-01', 1, '任务' FROM plan RETURNING id
     ), lead AS (
       INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
       SELECT gen_random_uuid(), task.id, agency.id, 1 FROM task, agency
     )
     INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     SELECT gen_random_uuid(), id, '2020Q1', '2020-02-29T16:00Z', '2020-04-03', '2020-04-03T16:00Z', false, '[]' FROM plan`,
  );
}

async function statusesOf(url: string): Promise<[string, number][]> {
  const answers = publicPages.map(async (page): Promise<[string, number]> => [page, (await fetch(url + page)).status]);
  return Promise.all(answers);
}

const allFound = publicPages.map((page) => [page, 200]);
const textOf = async (address: string) => (await fetch(address)).text();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await copyBuiltProject();
  await run('postgres', `CREATE DATABASE ${names.first}`);
  // The first start sets it up, without a plan.
  await start(names.first);
  await stop();
  await storePlan(names.first);
  await run('postgres', `CREATE DATABASE ${names.second} TEMPLATE ${names.first}`);
  for (const [name, text] of [
    [names.first, taskOfFirst],
    [names.second, taskOfSecond],
  ])
    await run(String(name), `UPDATE "Task" SET text = '${text}' WHERE code = '2020-01'`);
});

test.afterEach(() => stop());

test.afterAll(async () => {
  for (const name of Object.values(names)) await run('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await rm(folder, { recursive: true, force: true });
});

test.describe
  .serial('a portal that is started again from the same build', () => {
    test.setTimeout(180_000);

    test('on a backup of its database shows nothing of what came after the backup', async () => {
      const before = await start(names.first);
      await run(
        names.first,
        `WITH task AS (
         INSERT INTO "Task" (id, "planId", code, position, text)
         SELECT gen_random_uuid(), "planId", '2020-99', 99, '备份之后的任务' FROM "Task" WHERE code = '2020-01' RETURNING id
       )
       INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
       SELECT gen_random_uuid(), task.id, a.id, 1 FROM task, "Agency" a WHERE a.code = '01'`,
      );
      expect(await textOf(`${before}/tasks/2020-99`)).toContain('备份之后的任务');
      expect(await statusesOf(before)).toEqual(allFound);
      await stop();
      await run(
        names.first,
        `DELETE FROM "TaskLead" WHERE "taskId" = (SELECT id FROM "Task" WHERE code = '2020-99');
         DELETE FROM "Task" WHERE code = '2020-99'`,
      );
      const after = await start(names.first);
      expect((await fetch(`${after}/tasks/2020-99`)).status).toBe(404);
      expect(await textOf(`${after}/tasks/2020-01`)).toContain(taskOfFirst);
      expect(await statusesOf(after)).toEqual(allFound);
    });

    test('on another database shows that one’s pages and none of the first one’s', async () => {
      const url = await start(names.second);
      const page = await textOf(`${url}/tasks/2020-01`);
      expect(page).toContain(taskOfSecond);
      expect(page).not.toContain(taskOfFirst);
      expect(await textOf(`${url}/tasks`)).not.toContain(taskOfFirst);
      expect(await statusesOf(url)).toEqual(allFound);
    });
  });
