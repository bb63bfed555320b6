import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { embeddedCluster, stopLeftBehind } from './embedded-postgres';
import { OperatorError, runMain } from './operator-error';
import { lockHolder, releaseLock, takeLock } from './portal-lock';
import { dataFolder } from './settings';

runMain(async () => {
  const folder = dataFolder();
  const holder = lockHolder(folder);
  if (holder) throw new OperatorError(messages.resetRefused(holder.pid));
  const { folder: cluster } = embeddedCluster(folder);
  if (!existsSync(cluster)) return console.log(messages.resetNothing);
  await takeLock(folder);
  await stopLeftBehind(folder);
  await rm(cluster, { recursive: true });
  await rm(path.join(folder, 'evidence'), { recursive: true, force: true });
  releaseLock(folder);
  console.log(messages.resetDone);
});
