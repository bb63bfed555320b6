import { setTimeout as pause } from 'node:timers/promises';
import { scriptLimits } from '../support/script-limits';
import { scriptKilobytes } from './page-scripts';
import { type PortalServer, startPortal } from './portal-server';
import { residentMegabytes } from './resident-memory';
import { bound, type Result } from './result';
import { rounds } from './settings';

/** Seconds from the start of the server process to the first answer, the database running already. */
export async function measureFirstAnswer(folder: string, databaseUrl: string): Promise<Result> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const portal = await startPortal(folder, databaseUrl);
    seconds.push(portal.secondsToFirstAnswer);
    await portal.stop();
  }
  return bound('first answer after start', 's', seconds, 0.7);
}

/** The resident memory of a server that has answered once and then had nothing to do. */
export async function measureIdleMemory({ pid }: PortalServer): Promise<Result> {
  await pause(5_000);
  return bound('memory, idle', 'MB', [residentMegabytes(pid)], 130);
}

/** The resident memory right after the load of each server that was loaded; the largest value counts. */
export function loadedMemory(megabytes: number[]): Result {
  const result = bound('memory, after load', 'MB', megabytes, 270);
  return { ...result, measured: Math.max(...megabytes) };
}

export async function measureScripts(
  origin: string,
  { reportId, cookie }: { reportId: string; cookie: string },
): Promise<Result[]> {
  const pages = [
    { work: 'script: public task page', path: '/tasks/2020-01', cookie: '', atMost: scriptLimits.publicPage },
    { work: 'script: home page', path: '/', cookie: '', atMost: scriptLimits.publicPage },
    { work: 'script: editor of a report', path: `/filing/${reportId}`, cookie, atMost: scriptLimits.editor },
  ];
  return Promise.all(
    pages.map(async ({ work, path, cookie, atMost }) =>
      bound(work, 'KB', [await scriptKilobytes(`${origin}${path}`, cookie)], atMost),
    ),
  );
}
