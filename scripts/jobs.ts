import { messages } from './console-messages.mjs';
import { requireMigrated } from './migration-history';
import { runMain } from './operator-error';
import { generatePrismaClient } from './prisma-client';
import { portalVariables, readSettings } from './settings';
import { onStop, stopAsked } from './shutdown';
import { withDatabase } from './with-database';

const grace = 3_000;

/**
 * Runs the portal's jobs until it is stopped. `npm start` runs one such process itself; more may run on any machine.
 */
runMain(async () => {
  const settings = readSettings();
  // The launcher asks for signs of life, and replaces a worker that gives none.
  process.on('message', (question) => process.send?.(question));
  await generatePrismaClient();
  await withDatabase(async (url) => {
    await requireMigrated(url);
    Object.assign(process.env, portalVariables(settings), { DATABASE_URL: url });
    // The module reads DATABASE_URL when it is loaded.
    const { startWorker } = await import('@/lib/jobs/worker');
    const stopWorker = await startWorker();
    onStop(() => stopWorker(grace));
    console.log(messages.jobsReady);
    await stopAsked();
  }, settings.startWait);
});
