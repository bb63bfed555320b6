import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { withProgress } from './progress.mjs';
import { runProgram, type Variables } from './run-script';
import { refuseWhileServed } from './served-build';
import { languageDigest, sourceDigest } from './source-digest';

const next = 'next/dist/bin/next';
const buildFolder = path.join(projectRoot, '.next');
/** Stamps that hold the digest of a step's input; a stamp exists only after its step has succeeded. */
const stamps = {
  compiled: path.join(buildFolder, 'portal-build'),
  prerendered: path.join(buildFolder, 'portal-generated'),
};

function isStamped(file: string, stamp: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Compiles the portal when its sources have changed; needs no database. */
export async function compilePortal(variables: Variables = {}): Promise<void> {
  const digest = sourceDigest();
  if (isStamped(stamps.compiled, digest)) return;
  refuseWhileServed(buildFolder);
  for (const stamp of Object.values(stamps)) rmSync(stamp, { force: true });
  await withProgress(messages.compiling, () => build('compile', variables));
  writeFileSync(stamps.compiled, digest);
}

/**
 * Prerenders the public pages from the database when `content` shows that they are outdated,
 * or when the language is another.
 */
export async function prerenderPages(content: string, variables: Variables): Promise<void> {
  const stamp = `${content} ${languageDigest()}`;
  if (isStamped(stamps.prerendered, stamp)) return;
  refuseWhileServed(buildFolder);
  rmSync(stamps.prerendered, { force: true });
  forgetPrerenderedPages();
  await withProgress(messages.prerendering, () => build('generate', variables));
  writeFileSync(stamps.prerendered, stamp);
}

function build(mode: 'compile' | 'generate', variables: Variables): Promise<string> {
  return runProgram(next, ['build', '--experimental-build-mode', mode], { ...variables, NODE_ENV: 'production' });
}

/**
 * Deletes the prerendered pages, and the copies of them that the framework reads first: a page of another database would
 * be served from the disk as long as nothing overwrites it.
 */
function forgetPrerenderedPages(): void {
  for (const file of globSync('server/{app,route-cache}/**/*.{html,rsc,meta,body,segments}', { cwd: buildFolder }))
    rmSync(path.join(buildFolder, file), { recursive: true, force: true });
}
