import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from './console-messages.mjs';
import { OperatorError } from './operator-error';
import { processStart } from './running-process';

type Holder = { pid: number; start: string; stopping: boolean };

/** Time for a portal that has just lost its terminal to notice it, and for a stopping one to finish. */
const timeouts = { running: 2_000, stopping: 20_000 };

function lockFile(dataFolder: string): string {
  return path.join(dataFolder, 'portal.lock');
}

/** Gives the running portal that holds a data folder, or null; the lock of a killed one does not count. */
export function lockHolder(dataFolder: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(lockFile(dataFolder), 'utf8')) as Holder;
    return processStart(holder.pid) === holder.start ? holder : null;
  } catch {
    return null;
  }
}

/**
 * Locks a data folder for this process, also after a portal was killed. Throws OperatorError while another one holds
 * it.
 */
export async function takeLock(dataFolder: string): Promise<void> {
  createFolder(dataFolder);
  for (let waited = 0; ; waited += 100) {
    const holder = lockHolder(dataFolder);
    if (!holder && (await writeLock(dataFolder))) return;
    if (holder && waited >= (holder.stopping ? timeouts.stopping : timeouts.running))
      throw new OperatorError(messages.dataFolderHeld(dataFolder, holder.pid));
    await pause(100);
  }
}

/** Shows others that this process is about to release its data folder. */
export function markStopping(dataFolder: string): void {
  try {
    writeFileSync(lockFile(dataFolder), ownClaim(true));
  } catch {
    // On a full disk the others wait as for a portal that runs.
  }
}

/** Releases the data folder. */
export function releaseLock(dataFolder: string): void {
  rmSync(lockFile(dataFolder), { force: true });
}

function createFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  } catch {
    throw new OperatorError(messages.dataFolderUnwritable(dataFolder));
  }
}

function ownClaim(stopping: boolean): string {
  return JSON.stringify({ pid: process.pid, start: processStart(process.pid), stopping });
}

/** Writes the lock atomically; gives false when another process took it at the same time. */
async function writeLock(dataFolder: string): Promise<boolean> {
  const file = lockFile(dataFolder);
  const own = `${file}.${process.pid}`;
  try {
    rmSync(file, { force: true });
    writeFileSync(own, ownClaim(false));
    linkSync(own, file);
    // Two processes that find the same stale lock may both remove it; the one whose lock remains has won.
    await pause(50);
    return lockHolder(dataFolder)?.pid === process.pid;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new OperatorError(messages.dataFolderUnwritable(dataFolder));
  } finally {
    rmSync(own, { force: true });
  }
}
