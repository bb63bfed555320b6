import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './install.mjs';

/** The inputs of a build: sources, settings and packages. */
const sources = [
  '{app,components,lib,public}/**',
  'prisma/schema/*.prisma',
  '{package,package-lock,tsconfig}.json',
  '{next.config,postcss.config,proxy,instrumentation,instrumentation-client}.{js,mjs,ts}',
];

/** Gives a digest of all inputs of the build. */
export function sourceDigest(): string {
  const digest = createHash('sha256');
  for (const file of globSync(sources, { cwd: projectRoot, exclude: ['lib/server/generated/**'] }).sort()) {
    const full = path.join(projectRoot, file);
    if (existsSync(full) && statSync(full).isFile()) digest.update(`${file}\0`).update(readFileSync(full)).update('\0');
  }
  return digest.digest('hex');
}
