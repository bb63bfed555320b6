import { runScript } from './child';
import { draftsOf, query } from './filing';
import { authSecret } from './portal-server';
import type { Result } from './result';
import type { Place, SavingLoad, SavingTask } from './saving-client';
import type { SavingLimitTask } from './saving-limit';
import { runSql } from './scratch-database';
import type { Officer } from './seed-portal';
import { autosavePause, rounds, savesEach, savingOfficers, warmUpSavesEach, writtenSavesEach } from './settings';
import { inTurns, median } from './turns';
import type { WantedOfficers } from './writing-officers';

type SavingOfficer = Place & { accountId: string };

/** Fifty officers, three or four of each agency, who write in one report of it, each in a task of their own. */
async function signInOfficers(databaseUrl: string, agencyIds: string[]): Promise<SavingOfficer[]> {
  const wanted: WantedOfficers = { agencyIds, count: savingOfficers };
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret };
  const officers = await runScript<Officer[]>('./writing-officers.ts', wanted, { env, aliases: true });
  const rowOf = new Map<string, number>();
  return Promise.all(
    officers.map(async ({ agencyId, accountId, cookie }) => {
      const row = rowOf.get(agencyId) ?? 0;
      rowOf.set(agencyId, row + 1);
      const reportId = (await draftsOf(databaseUrl, agencyId)).at(-1) ?? '';
      const tasks = await query<{ taskId: string }>(
        databaseUrl,
        'SELECT e."taskId" FROM "Entry" e JOIN "Task" t ON t.id = e."taskId" WHERE e."reportId" = $1 ORDER BY t.position',
        [reportId],
      );
      return { accountId, cookie, reportId, taskId: tasks[row]?.taskId ?? '', version: 0 };
    }),
  );
}

/** Every save counted in its field and left its event. */
async function checkSaves(databaseUrl: string, savingWriters: SavingOfficer[], each: number): Promise<void> {
  const [row] = await query<{ wrong: number; events: number }>(
    databaseUrl,
    `SELECT (SELECT count(*)::int FROM "Entry" WHERE "taskId" = ANY($1) AND "reportId" = ANY($2)
        AND NOT ("fieldSaves" @> $3::jsonb)) AS wrong,
      (SELECT count(*)::int FROM "Event" WHERE "reportId" = ANY($2) AND name = 'report-saved') AS events`,
    [
      savingWriters.map(({ taskId }) => taskId),
      savingWriters.map(({ reportId }) => reportId),
      JSON.stringify({ progress: { version: each }, results: { version: each } }),
    ],
  );
  const expected = 2 * each * savingWriters.length;
  if (row?.wrong !== 0 || row.events !== expected) {
    throw new Error(`${expected} saves left ${row?.wrong} fields of another version and ${row?.events} events`);
  }
}

/** Returns the two ways to save `each` sections for every officer: through the portal, and in bare transactions. */
function savers(origin: string, databaseUrl: string, savingWriters: SavingOfficer[]) {
  const versions = { portal: 0, bare: 0 };
  const rate = (each: number, seconds: number) => (each * savingWriters.length) / seconds;
  const withVersion = (version: number) => savingWriters.map((officer) => ({ ...officer, version }));
  return {
    portal: async (each: number, pause: number) => {
      const task: SavingTask = { origin, each, pause, writers: withVersion(versions.portal) };
      const load = await runScript<SavingLoad>('./saving-client.ts', task, { aliases: true });
      versions.portal += each;
      return { ...load, rate: rate(each, load.seconds) };
    },
    bare: async (each: number) => {
      const task: SavingLimitTask = { databaseUrl, each, writers: withVersion(versions.bare) };
      const { seconds } = await runScript<{ seconds: number }>('./saving-limit.ts', task, { aliases: true });
      versions.bare += each;
      return rate(each, seconds);
    },
  };
}

/**
 * Saving a section of 300 characters while fifty officers write: each again two seconds after the answer, as soon as the
 * editor does it for somebody who never stops typing. And with no pause at all, fifty saves under way at every moment: how
 * many a second beside bare transactions, and how long one takes then.
 */
export async function measureSaving(origin: string, databaseUrl: string, officers: Officer[]): Promise<Result[]> {
  const agencyIds = officers.map(({ agencyId }) => agencyId);
  const savingWriters = await signInOfficers(databaseUrl, agencyIds);
  const save = savers(origin, databaseUrl, savingWriters);
  await save.portal(warmUpSavesEach, 0);
  await save.bare(warmUpSavesEach);
  const settled = () => runSql(databaseUrl, 'CHECKPOINT');
  const { first, second } = await inTurns(
    rounds,
    async () => settled().then(() => save.portal(savesEach, 0)),
    async () => settled().then(() => save.bare(savesEach)),
  );
  await checkSaves(databaseUrl, savingWriters, warmUpSavesEach + rounds * savesEach);
  const writing: SavingLoad[] = [];
  for (let round = 0; round < rounds; round += 1) writing.push(await save.portal(writtenSavesEach, autosavePause));
  const rates = first.map(({ rate }) => rate);
  const work = `save a section, ${savingOfficers} officers`;
  return [
    slowest(`${work} writing: p95`, writing, 150),
    {
      work: `${work} without a pause`,
      unit: 'saves/s',
      measured: median(rates),
      limit: { name: 'one bare SQL transaction', value: median(second) },
      goal: { atLeast: 0.15 },
      samples: { measured: rates, limit: second },
    },
    slowest(`${work} without a pause: p95`, first, 300),
  ];
}

function slowest(work: string, loads: SavingLoad[], atMost: number): Result {
  const samples = loads.map(({ p95 }) => p95);
  const measured = median(samples);
  return { work, unit: 'ms', measured, limit: null, goal: { atMost }, samples: { measured: samples, limit: [] } };
}
