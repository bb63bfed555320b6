import { runScript } from './child';
import type { MadeSummary, SummaryTask } from './make-summary';
import { startPortal } from './portal-server';
import { residentMegabytes } from './resident-memory';
import type { Result } from './result';
import { say } from './run';

const rhythm = 50;

type Export = { seconds: number; megabytes: number; peak: number };

/** Takes the document byte by byte, keeps none of it, and looks at the server's memory meanwhile. */
async function exportOnce(url: string, cookie: string, pid: number): Promise<Export> {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentMegabytes(pid));
  };
  const timer = setInterval(look, rhythm);
  const begun = performance.now();
  let bytes = 0;
  try {
    const response = await fetch(url, { headers: { cookie } });
    if (response.status !== 200 || !response.body) throw new Error(`${url} was answered ${response.status}`);
    for await (const chunk of response.body) bytes += chunk.length;
    look();
  } finally {
    clearInterval(timer);
  }
  return { seconds: (performance.now() - begun) / 1000, megabytes: bytes / 1e6, peak };
}

type Server = { folder: string; databaseUrl: string; authSecret: string; cookie: string };

/** Makes both drafts and exports them from a server that has done nothing else. */
async function exportBoth({ folder, databaseUrl, authSecret, cookie }: Server, tasks: readonly SummaryTask[]) {
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret };
  const drafts: MadeSummary[] = [];
  for (const task of tasks)
    drafts.push(await runScript<MadeSummary>('./make-summary.ts', task, { env, aliases: true }));
  const portal = await startPortal(folder, databaseUrl);
  const done: (Export & { tasks: number })[] = [];
  for (const { id, tasks: written } of drafts) {
    const url = `${portal.origin}/review/summaries/${id}/export`;
    done.push({ ...(await exportOnce(url, cookie, portal.pid)), tasks: written });
  }
  await portal.stop();
  return done;
}

/**
 * Exports a quarter's summary of a whole city, and the notice's before it: the memory that the server takes, and how many
 * tasks it writes a second.
 */
export async function measureSummary(
  server: Server,
  { large, small }: { large: SummaryTask; small: SummaryTask },
): Promise<Result[]> {
  const [beside, measured] = await exportBoth(server, [small, large]);
  if (!beside || !measured) throw new Error('a summary was not exported');
  const { megabytes, seconds, peak } = measured;
  say(`summary: ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s, memory ${Math.round(peak)} MB`);
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
      measured: measured.tasks / seconds,
      limit: { name, value: beside.tasks / beside.seconds },
      goal: { atLeast: 1 },
      samples: { measured: [seconds], limit: [beside.seconds] },
    },
  ];
}
