import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { runScript } from './child';
import { authSecret } from './portal-server';
import { loadMaker } from './read-load';
import { isMet, type Result } from './result';
import { resultTable } from './result-table';
import type { SeededPortal } from './seed-portal';
import { isQuick, resultFile } from './settings';

/** Sets up the notice's portal in an empty database. */
export async function seed(databaseUrl: string): Promise<SeededPortal> {
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret };
  return runScript<SeededPortal>('./seed-portal.ts', {}, { env, aliases: true });
}

/** Prints the current step of the bench to the error output, apart from the results. */
export function say(step: string): void {
  console.error(`${new Date().toTimeString().slice(0, 8)} ${step}`);
}

/** Prints the results as a table and keeps every measurement in a file. */
export async function report(results: readonly Result[]): Promise<void> {
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryBytes: totalmem(),
    loadMaker,
  };
  await mkdir(path.dirname(resultFile), { recursive: true });
  await writeFile(resultFile, `${JSON.stringify({ at: new Date(), isQuick, machine, results }, null, 2)}\n`);
  console.log(resultTable(results));
  if (isQuick) console.log('A quick run: it shows that the bench works, its figures mean nothing.');
  console.log(`${results.filter(isMet).length} of ${results.length} goals met; all measurements are in ${resultFile}.`);
}
