import { existsSync } from 'node:fs';
import { messages } from './console-messages.mjs';
import { EmbeddedPostgres, embeddedCluster } from './embedded-postgres';
import { OperatorError } from './operator-error';
import { awaitOwnDatabase } from './own-database';
import { portalDatabase } from './portal-database';
import { lockHolder, releaseLock, takeLock } from './portal-lock';
import { clusterUrl, servingProcess } from './postgres-cluster';
import { checkSettings, dataFolder } from './settings';
import { onStop } from './shutdown';

/**
 * Gives a command the portal's database: the operator's own, for which it waits some seconds, the embedded one of the
 * running portal, or an embedded one started and stopped for this command alone.
 */
export async function withDatabase(work: (url: string) => Promise<void>, seconds = 0): Promise<void> {
  checkSettings('command');
  const own = process.env.DATABASE_URL;
  if (own) {
    await awaitOwnDatabase(own, seconds);
    return work(own);
  }
  const folder = dataFolder();
  const cluster = embeddedCluster(folder);
  const serving = lockHolder(folder) && servingProcess(cluster.folder);
  if (serving) return work(clusterUrl(cluster, serving.port, portalDatabase));
  if (!existsSync(cluster.folder)) throw new OperatorError(messages.databaseNotSetUp);
  await takeLock(folder);
  onStop(() => releaseLock(folder));
  const database = new EmbeddedPostgres(folder);
  onStop(() => database.stop());
  await database.start();
  await work(await database.url(portalDatabase));
}
