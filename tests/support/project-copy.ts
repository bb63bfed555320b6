import { cp, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/install.mjs';

const left = new Set(['node_modules', '.data', '.git', 'tests', 'test-results', 'playwright-report']);
/** Parts of the build folder that belong to a running server or only to the next compilation. */
const leftOfBuild = ['cache', 'dev', 'portal-servers'].map((name) => path.join(projectRoot, '.next', name));

/** Copies the project with its build to a folder of its own; the packages are shared. */
export async function copyBuiltProject(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-copy-'));
  for (const name of await readdir(projectRoot)) {
    const filter = (source: string) => !leftOfBuild.includes(source);
    if (!left.has(name)) await cp(path.join(projectRoot, name), path.join(folder, name), { recursive: true, filter });
  }
  await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}
