import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './console-messages.mjs';
import { OperatorError } from './operator-error';
import { processStart } from './running-process';

/** Each portal that serves a build has a file here, named by its process and containing its start time. */
const folderName = 'portal-servers';

/** Marks a build as served by this process; gives a function that removes the mark. */
export function markServed(buildFolder: string): () => void {
  const file = path.join(buildFolder, folderName, String(process.pid));
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, processStart(process.pid) ?? '');
  } catch (error) {
    // A service that may not write its own code leaves no mark; whoever updates that stops it first.
    if (!/^(EACCES|EPERM|EROFS)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return () => rmSync(file, { force: true });
}

/** Throws OperatorError while a running portal serves a build that would be overwritten. */
export function refuseWhileServed(buildFolder: string): void {
  const folder = path.join(buildFolder, folderName);
  for (const name of readdirOrNothing(folder)) {
    const pid = Number(name);
    if (processStart(pid) === readFileSync(path.join(folder, name), 'utf8'))
      throw new OperatorError(messages.buildFolderHeld(pid));
    rmSync(path.join(folder, name), { force: true });
  }
}

function readdirOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
