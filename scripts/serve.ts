import { requireBuild } from './build';
import { messages } from './console-messages.mjs';
import { requireMigrated } from './migration-history';
import { OperatorError } from './operator-error';
import { isSetUp } from './portal-database';
import { checkPort, runLauncher, servePortal } from './serving';
import { portalVariables, readSettings } from './settings';
import { stopAsked } from './shutdown';
import { withDatabase } from './with-database';

/**
 * `npm run serve`: serves what `npm run build` has built, on a database that is migrated and set up; any number of times,
 * on one machine or on several.
 */
runLauncher(async () => {
  const settings = readSettings();
  requireBuild();
  await checkPort(settings);
  await withDatabase(async (url) => {
    await requireMigrated(url);
    if (!(await isSetUp(url))) throw new OperatorError(messages.databaseEmpty);
    await servePortal(settings, { ...portalVariables(settings), DATABASE_URL: url }, 'start');
    console.log(messages.howToStop);
    await stopAsked();
  }, settings.startWait);
});
