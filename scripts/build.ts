import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { migrate } from './migrate';
import { OperatorError } from './operator-error';
import { withProgress } from './progress.mjs';
import { runProgram, runScript, type Variables } from './run-script';
import { refuseWhileServed } from './served-build';
import { sourceDigest } from './source-digest';
import { startThrowAwayPostgres } from './throw-away-postgres';

const next = 'next/dist/bin/next';
const buildFolder = path.join(projectRoot, '.next');
/** Holds the digest of what was built; it exists only after a build has succeeded. */
const stamp = path.join(buildFolder, 'portal-build');

function isBuilt(digest: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Throws OperatorError unless the portal is built from these sources. */
export function requireBuild(): void {
  if (!isBuilt(sourceDigest())) throw new OperatorError(messages.notBuilt);
}

/** Builds the portal when its sources have changed; needs no database of the operator's. */
export async function compilePortal(): Promise<void> {
  const digest = sourceDigest();
  if (isBuilt(digest)) return;
  refuseWhileServed(buildFolder);
  rmSync(stamp, { force: true });
  await withProgress(messages.compiling, async () => {
    await build('compile', reproducible(digest));
    await findPrerenderedPages(reproducible(digest));
    forgetPrerenderedPages();
  });
  writeFileSync(stamp, digest);
}

/**
 * Makes two builds of the same sources interchangeable: the names of scripts and server actions depend on nothing else.
 * The key that is published by this seals nothing; at run time another one, made of AUTH_SECRET, takes its place.
 */
function reproducible(digest: string): Variables {
  const key = createHash('sha256').update(digest).digest('base64');
  return { PORTAL_BUILD: digest.slice(0, 20), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
}

/**
 * The framework learns which pages may be kept in memory by prerendering them, for which it gets a portal of its own with
 * nothing in it but the plan.
 */
async function findPrerenderedPages(variables: Variables): Promise<void> {
  const postgres = await startThrowAwayPostgres();
  try {
    const portal = { ...variables, DATABASE_URL: postgres.url('postgres'), AUTH_SECRET: 'x'.repeat(32) };
    await migrate(portal.DATABASE_URL);
    await runScript('set-up.ts', ['portal'], portal);
    await build('generate', portal);
  } finally {
    await postgres.stop();
  }
}

function build(mode: 'compile' | 'generate', variables: Variables): Promise<string> {
  return runProgram(next, ['build', '--experimental-build-mode', mode], { ...variables, NODE_ENV: 'production' });
}

/** Deletes the prerendered pages, and the copies of them that the framework reads first: each process makes its own. */
function forgetPrerenderedPages(): void {
  for (const file of globSync('server/{app,route-cache}/**/*.{html,rsc,meta,body,segments}', { cwd: buildFolder }))
    rmSync(path.join(buildFolder, file), { recursive: true, force: true });
}
