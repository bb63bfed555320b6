import { setTimeout as pause } from 'node:timers/promises';
import { youngSpace } from '@/scripts/job-worker';
import { scriptArguments } from '@/scripts/run-script';
import { type Child, runScript, startChild } from './child';
import { query } from './filing';
import type { AskedSummary, SummaryTask } from './make-summary';
import { residentMegabytes } from './resident-memory';
import type { Result } from './result';
import { say } from './run';

/** The milliseconds between two measurements of the writing process. */
const interval = 50;
const timeout = 300_000;

type Written = { seconds: number; megabytes: number; peak: number; tasks: number };

type Row = { finishedAt: Date | null; size: number | null; failed: boolean };

/** Waits until a document is written, and measures the memory of the process that writes it meanwhile. */
async function watch({ documentId, tasks }: AskedSummary, databaseUrl: string, worker: Child): Promise<Written> {
  const begun = performance.now();
  let peak = 0;
  while (performance.now() - begun < timeout) {
    peak = Math.max(peak, residentMegabytes(worker.pid));
    const [row] = await query<Row>(
      databaseUrl,
      'SELECT "finishedAt", size, failed FROM "DocumentExport" WHERE id = $1',
      [documentId],
    );
    if (row?.failed) throw new Error(`a summary was not written:\n${worker.output()}`);
    if (row?.finishedAt)
      return { seconds: (performance.now() - begun) / 1000, megabytes: (row.size ?? 0) / 1e6, peak, tasks };
    await pause(interval);
  }
  throw new Error(`a summary was not written in time:\n${worker.output()}`);
}

type Server = { databaseUrl: string; authSecret: string; folder: string };

/** Asks for the documents one after the other, of a process of `npm run jobs` that has done nothing else. */
async function writeEach({ databaseUrl, authSecret, folder }: Server, tasks: readonly SummaryTask[]) {
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, EVIDENCE_FOLDER: `${folder}-documents` };
  const worker = startChild(process.execPath, [youngSpace, ...scriptArguments('jobs.ts')], { env });
  const written: Written[] = [];
  for (const task of tasks) {
    const asked = await runScript<AskedSummary>('./make-summary.ts', task, { env, aliases: true });
    written.push(await watch(asked, databaseUrl, worker));
  }
  await worker.stop();
  return written;
}

/**
 * Has a period's summary of a whole city written, and the notice's before it: the memory that the writing process takes,
 * and how many tasks it writes a second, from the asking on.
 */
export async function measureSummary(
  server: Server,
  { large, small }: { large: SummaryTask; small: SummaryTask },
): Promise<Result[]> {
  const [beside, measured] = await writeEach(server, [small, large]);
  if (!beside || !measured) throw new Error('a summary was not written');
  const { megabytes, seconds, peak, tasks } = measured;
  say(`summary: ${tasks} tasks, ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s, memory ${Math.round(peak)} MB`);
  const name = '16 agencies';
  return [
    {
      work: 'summary, memory while it is written',
      unit: 'MB',
      measured: peak,
      limit: { name, value: beside.peak },
      goal: { atMost: 300, isBound: true },
      samples: { measured: [peak], limit: [beside.peak] },
    },
    {
      work: 'summary, tasks written',
      unit: 'tasks/s',
      measured: tasks / seconds,
      limit: { name, value: beside.tasks / beside.seconds },
      goal: { atLeast: 1 },
      samples: { measured: [seconds], limit: [beside.seconds] },
    },
  ];
}
