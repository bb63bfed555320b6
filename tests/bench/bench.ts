import { generatePrismaClient } from '@/scripts/prisma-client';
import { loadedMemory, measureFirstAnswer, measureIdleMemory, measureScripts } from './bounds';
import { buildCopy } from './built-copy';
import { measureDocuments, measureLedgerMemory } from './documents';
import { draftsEach, firstDraft, measureFiling } from './filing';
import { measureLists } from './lists';
import { storeOpenPlan } from './open-plan';
import { measurePlanImport } from './plan-import';
import { portalEnvironment, startPortal } from './portal-server';
import { measureTaskPage, measureTasksJson } from './public-reads';
import { residentMegabytes } from './resident-memory';
import type { Result } from './result';
import { report, say, seed } from './run';
import { measureSaving } from './saving';
import { type ScratchServer, startScratchServer } from './scratch-database';

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
    // One report more than is filed, because the editor is measured on it.
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
  await generatePrismaClient();
  const server = await startScratchServer();
  try {
    const reads = await measureReads(server);
    const writes = await measureWrites(server, reads.folder);
    say('list of reports');
    const lists = await measureLists(server);
    say('ledger of a large plan');
    const ledger = await measureLedgerMemory(server);
    say('import of a large plan');
    const planImport = await measurePlanImport(server);
    const loaded = loadedMemory([reads.loaded, writes.loaded]);
    return [...reads.results, loaded, ...writes.results, ...lists, ledger, planImport];
  } finally {
    await server.stop();
  }
}

await report(await measureAll());
