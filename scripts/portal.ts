import { compilePortal } from './build';
import { messages } from './console-messages.mjs';
import { warnOfConnections } from './database-capacity';
import { takeOverEvidence } from './demonstration-evidence';
import { EmbeddedPostgres } from './embedded-postgres';
import { awaitOwnDatabase } from './own-database';
import { prepareEmbeddedDatabase, prepareOwnDatabase } from './portal-database';
import { markStopping, releaseLock, takeLock } from './portal-lock';
import { generatePrismaClient } from './prisma-client';
import type { Variables } from './run-script';
import { announceAccounts, checkPort, runLauncher, servePortal } from './serving';
import { portalVariables, readSettings, type Settings } from './settings';
import { onStop, stopSignal } from './shutdown';

async function claimDataFolder({ dataFolder }: Settings): Promise<void> {
  await takeLock(dataFolder);
  onStop(() => releaseLock(dataFolder));
  stopSignal.addEventListener('abort', () => markStopping(dataFolder));
}

/** Opens and prepares the database, and gives the environment variables of the portal. */
async function openDatabase(settings: Settings): Promise<Variables> {
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl) {
    const variables = { ...portalVariables(settings), DATABASE_URL: databaseUrl };
    await prepareOwnDatabase(databaseUrl, variables);
    return variables;
  }
  const postgres = new EmbeddedPostgres(dataFolder);
  onStop(() => postgres.stop());
  await postgres.start();
  const variables = portalVariables(settings);
  const url = await prepareEmbeddedDatabase(postgres, variables);
  await takeOverEvidence(url, dataFolder);
  return { ...variables, DATABASE_URL: url };
}

/** `npm start` and, with --dev, `npm run dev`: prepares what is missing, then serves. */
runLauncher(async () => {
  const mode = process.argv.includes('--dev') ? 'dev' : 'start';
  const settings = readSettings();
  if (!settings.databaseUrl) await claimDataFolder(settings);
  await checkPort(settings);
  if (settings.databaseUrl) {
    await awaitOwnDatabase(settings.databaseUrl, settings.startWait);
    await warnOfConnections(settings.databaseUrl);
  }
  await generatePrismaClient();
  const variables = await openDatabase(settings);
  if (mode === 'start') await compilePortal();
  await servePortal(settings, variables, mode);
  if (!settings.databaseUrl) await announceAccounts();
  console.log(messages.howToStop);
});
