import { cp, link, mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Environment, runChild } from './child';

const root = path.resolve('.');

// Inside the project, so that packages can be linked instead of copied, and in a folder that other tools ignore.
const copy = path.join(root, '.data/bench/portal');

const left = new Set(['node_modules', '.next', '.data', '.git', 'tests', 'test-results', 'playwright-report']);

/** Gives a folder the same files by hard links, because the bundler refuses symbolic links out of its root. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}

/**
 * Copies the portal and builds it. Gives the copy's folder: the build of the portal that people use is not touched.
 */
export async function buildCopy(env: Environment): Promise<string> {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const name of await readdir(root)) {
    if (!left.has(name)) await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  await linkFolder(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const loader = ['--conditions=react-server', '--import', 'tsx'];
  await runChild(process.execPath, [...loader, 'scripts/build-portal.ts'], { cwd: copy, env });
  return copy;
}
