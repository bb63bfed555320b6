import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { loadedMemory, measureFirstAnswer, measureIdleMemory, measureScripts } from './bounds';
import { buildCopy } from './built-copy';
import { runScript } from './child';
import { measureDocuments, measureLedgerMemory } from './documents';
import { draftsEach, firstDraft, measureFiling } from './filing';
import { measureLists } from './lists';
import { storeOpenPlan } from './open-plan';
import { authSecret, portalEnvironment, startPortal } from './portal-server';
import { measureTaskPage, measureTasksJson } from './public-reads';
import { loadMaker } from './read-load';
import { residentMegabytes } from './resident-memory';
import { isMet, type Result } from './result';
import { resultTable } from './result-table';
import { measureSaving } from './saving';
import { type ScratchServer, startScratchServer } from './scratch-database';
import type { SeededPortal } from './seed-portal';
import { isQuick, resultFile } from './settings';

async function seed(databaseUrl: string): Promise<SeededPortal> {
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret };
  return runScript<SeededPortal>('./seed-portal.ts', {}, { env, aliases: true });
}

function say(step: string): void {
  console.error(`${new Date().toTimeString().slice(0, 8)} ${step}`);
}

async function measureReads(server: ScratchServer): Promise<{ folder: string; results: Result[]; loaded: number }> {
  const databaseUrl = await server.createDatabase('reads');
  await seed(databaseUrl);
  say('building the portal');
  const folder = await buildCopy(portalEnvironment(databaseUrl));
  say('first answer after start');
  const firstAnswer = await measureFirstAnswer(folder, databaseUrl);
  const portal = await startPortal(folder, databaseUrl);
  const idle = await measureIdleMemory(portal);
  say('public task page');
  const page = await measureTaskPage(portal.origin);
  say('all tasks as JSON');
  const json = await measureTasksJson(portal.origin, databaseUrl);
  const loaded = residentMegabytes(portal.pid);
  await portal.stop();
  say('documents of the sixteen agencies');
  const documents = await measureDocuments(databaseUrl);
  return { folder, results: [page, json, firstAnswer, idle, documents], loaded };
}

async function measureWrites(server: ScratchServer, folder: string): Promise<{ results: Result[]; loaded: number }> {
  const databaseUrl = await server.createDatabase('filing');
  const { officers } = await seed(databaseUrl);
  say('preparing draft reports');
  await storeOpenPlan(databaseUrl, {
    agencies: officers.map(({ agencyId }) => agencyId),
    tasksEach: 5,
    // One more than is filed: the report that is written in.
    periods: draftsEach + 1,
  });
  const portal = await startPortal(folder, databaseUrl);
  const scripts = await measureScripts(portal.origin, await firstDraft(databaseUrl, officers));
  say('filing reports');
  const filing = await measureFiling(portal.origin, databaseUrl, officers);
  say('saving sections');
  const saving = await measureSaving(portal.origin, databaseUrl, officers);
  const loaded = residentMegabytes(portal.pid);
  await portal.stop();
  return { results: [...filing, ...saving, ...scripts], loaded };
}

async function measureAll(): Promise<Result[]> {
  const server = await startScratchServer();
  try {
    const reads = await measureReads(server);
    const writes = await measureWrites(server, reads.folder);
    say('list of reports');
    const lists = await measureLists(server);
    say('ledger of a large plan');
    const ledger = await measureLedgerMemory(server);
    return [...reads.results, loadedMemory([reads.loaded, writes.loaded]), ...writes.results, ...lists, ledger];
  } finally {
    await server.stop();
  }
}

const results = await measureAll();
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryBytes: totalmem(),
  loadMaker,
};
await mkdir(path.dirname(resultFile), { recursive: true });
await writeFile(resultFile, `${JSON.stringify({ at: new Date(), isQuick, machine, results }, null, 2)}\n`);
console.log(resultTable(results));
if (isQuick) console.log('A quick run: it shows that the bench works, its figures mean nothing.');
console.log(`${results.filter(isMet).length} of ${results.length} goals met; all measurements are in ${resultFile}.`);
