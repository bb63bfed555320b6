import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { OperatorError } from './operator-error';
import { withProgress } from './progress.mjs';
import { runProgram, type Variables } from './run-script';
import { refuseWhileServed } from './served-build';
import { sourceDigest } from './source-digest';

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

/** Builds the portal when its sources have changed; needs no database. */
export async function compilePortal(): Promise<void> {
  const digest = sourceDigest();
  if (isBuilt(digest)) return;
  refuseWhileServed(buildFolder);
  rmSync(stamp, { force: true });
  const args = ['build', '--experimental-build-mode', 'compile'];
  const variables = { ...reproducible(digest), NODE_ENV: 'production' };
  await withProgress(messages.compiling, () => runProgram(next, args, variables));
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
