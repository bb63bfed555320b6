import { existsSync } from 'node:fs';
import { messages } from './console-messages.mjs';
import { EmbeddedPostgres, embeddedCluster } from './embedded-postgres';
import { OperatorError, printError } from './operator-error';
import { portalDatabase } from './portal-database';
import { lockHolder, releaseLock, takeLock } from './portal-lock';
import { clusterUrl, servingProcess } from './postgres-cluster';
import { dataFolder } from './settings';
import { onStop, stop } from './shutdown';

/**
 * Gives a command the portal's database: the operator's own, the embedded one of the running portal, or an embedded one
 * started and stopped for this command alone.
 */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const folder = dataFolder();
  const cluster = embeddedCluster(folder);
  const serving = lockHolder(folder) && servingProcess(cluster.folder);
  if (serving) return work(clusterUrl(cluster, serving.port, portalDatabase));
  if (!existsSync(cluster.folder)) throw new OperatorError(messages.databaseNotSetUp);
  await takeLock(folder);
  onStop(() => releaseLock(folder));
  const database = new EmbeddedPostgres(folder, (reason) => {
    printError(reason);
    void stop(1);
  });
  onStop(() => database.stop());
  await database.start();
  await work(await database.url(portalDatabase));
}
