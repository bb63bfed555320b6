import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { messages } from './console-messages.mjs';
import { embeddedCluster, stopLeftBehind } from './embedded-postgres';
import { OperatorError, runMain } from './operator-error';
import { lockHolder, releaseLock, takeLock } from './portal-lock';
import { checkSettings, dataFolder, demonstrationEvidence } from './settings';

/** Throws OperatorError where a real portal is set, whose files or database must not be touched. */
function refuseRealPortal(): void {
  if (process.env.DATABASE_URL) throw new OperatorError(messages.resetOfRealPortal);
  if (process.env.EVIDENCE_FOLDER) throw new OperatorError(messages.resetOfOtherFolder);
}

runMain(async () => {
  refuseRealPortal();
  checkSettings('command');
  const folder = dataFolder();
  const holder = lockHolder(folder);
  if (holder) throw new OperatorError(messages.resetRefused(holder.pid));
  const { folder: cluster } = embeddedCluster(folder);
  if (!existsSync(cluster)) return console.log(messages.resetNothing);
  await takeLock(folder);
  await stopLeftBehind(folder);
  await rm(cluster, { recursive: true });
  await rm(demonstrationEvidence(folder), { recursive: true, force: true });
  releaseLock(folder);
  console.log(messages.resetDone);
});
