import path from 'node:path';
import { compilePortal, prerenderPages } from './build';
import { messages } from './console-messages.mjs';
import { EmbeddedPostgres } from './embedded-postgres';
import { portProblem } from './free-port';
import { projectRoot } from './install.mjs';
import { JobWorker } from './job-worker';
import { OperatorError, printError } from './operator-error';
import { checkOwnDatabase, prepareEmbeddedDatabase, prepareOwnDatabase, publicContent } from './portal-database';
import { markStopping, releaseLock, takeLock } from './portal-lock';
import { generatePrismaClient } from './prisma-client';
import type { Variables } from './run-script';
import { markServed } from './served-build';
import { portalVariables, readSettings, type Settings } from './settings';
import { onStop, stop, stopOnSignals, stopSignal } from './shutdown';
import { WebServer } from './web-server';

const isDevelopment = process.argv.includes('--dev');

async function fail(error: unknown): Promise<void> {
  // Work interrupted by a stop fails in various ways, which need not be reported.
  if (!stopSignal.aborted) printError(error);
  await stop(1);
}

async function claimDataFolder({ dataFolder }: Settings): Promise<void> {
  await takeLock(dataFolder);
  onStop(() => releaseLock(dataFolder));
  stopSignal.addEventListener('abort', () => markStopping(dataFolder));
}

async function checkPort(port: number): Promise<void> {
  const problem = await portProblem(port);
  if (problem === 'busy') throw new OperatorError(messages.portBusy(port));
  if (problem === 'forbidden') throw new OperatorError(messages.portForbidden(port));
}

/** Opens and prepares the database, and gives the environment variables of the portal. */
async function openDatabase(settings: Settings): Promise<Variables & { DATABASE_URL: string }> {
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl) {
    const variables = { ...portalVariables(settings), DATABASE_URL: databaseUrl };
    await prepareOwnDatabase(databaseUrl, variables);
    return variables;
  }
  const postgres = new EmbeddedPostgres(dataFolder, fail);
  onStop(() => postgres.stop());
  await postgres.start();
  const variables = portalVariables(settings);
  return { ...variables, DATABASE_URL: await prepareEmbeddedDatabase(postgres, variables) };
}

async function serve({ port }: Settings, variables: Variables): Promise<void> {
  if (!isDevelopment) onStop(markServed(path.join(projectRoot, '.next')));
  const server = new WebServer(isDevelopment ? 'dev' : 'start', port, variables, (reason) =>
    fail(new OperatorError(messages.serverDied(reason))),
  );
  onStop(() => server.stop());
  await server.waitUntilHealthy();
  const worker = new JobWorker(variables);
  onStop(() => worker.stop());
}

async function announce({ databaseUrl, portalUrl }: Settings): Promise<void> {
  console.log(`\n${messages.ready(portalUrl)}`);
  if (!databaseUrl) {
    const { demonstrationAccounts } = await import('@/lib/demonstration/demonstration-accounts');
    console.log(messages.accountsTitle);
    for (const { userName, password, displayName } of demonstrationAccounts)
      console.log(`  ${userName.padEnd(12)} ${password}  ${displayName}`);
  }
  console.log(messages.howToStop);
}

async function main(): Promise<void> {
  const settings = readSettings();
  if (!settings.databaseUrl) await claimDataFolder(settings);
  await checkPort(settings.port);
  if (settings.databaseUrl) await checkOwnDatabase(settings.databaseUrl);
  await generatePrismaClient();
  const variables = await openDatabase(settings);
  if (!isDevelopment) {
    await compilePortal(variables);
    await prerenderPages(await publicContent(variables.DATABASE_URL), variables);
  }
  await serve(settings, variables);
  await announce(settings);
}

stopOnSignals(0, () => {
  console.log(messages.stopping);
  process.once('exit', () => console.log(messages.stopped));
});
main().catch(fail);
