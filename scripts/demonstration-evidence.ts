import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { query } from './database-client';
import { demonstrationEvidence, sharedEvidence } from './settings';

/** Two names of one file cost no space; a file system without links gets a copy. */
async function keepToo(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

/**
 * Gives a demonstration of an earlier program the folder of its own. It once shared one with real portals, so what its
 * database names is taken over, and the shared folder stays as it is.
 */
export async function takeOverEvidence(databaseUrl: string, dataFolder: string): Promise<void> {
  const [shared, own] = [sharedEvidence(dataFolder), demonstrationEvidence(dataFolder)];
  if (existsSync(own) || !existsSync(shared)) return;
  const draft = `${own}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  const named = await query<{ digest: string }>(databaseUrl, 'select distinct digest from "Evidence"');
  for (const { digest } of named) {
    const place = path.join(digest.slice(0, 2), digest);
    if (existsSync(path.join(shared, place))) await keepToo(path.join(shared, place), path.join(draft, place));
  }
  await rename(draft, own);
}
