import { messages } from './console-messages.mjs';
import { runMain } from './operator-error';
import { generatePrismaClient } from './prisma-client';
import { portalVariables, readSettings } from './settings';
import { onStop, stopSignal } from './shutdown';
import { withDatabase } from './with-database';

const grace = 3_000;

/** Works off the portal's jobs until it is stopped. `npm start` runs one of these itself; more may run anywhere. */
runMain(async () => {
  await generatePrismaClient();
  await withDatabase(async (url) => {
    Object.assign(process.env, portalVariables(readSettings()), { DATABASE_URL: url });
    // It reads DATABASE_URL as it is loaded.
    const { startWorker } = await import('@/lib/jobs/worker');
    const stopWorker = await startWorker();
    onStop(() => stopWorker(grace));
    console.log(messages.jobsReady);
    await new Promise((resolve) => stopSignal.addEventListener('abort', resolve, { once: true }));
  });
});
