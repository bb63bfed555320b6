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

/**
 * Exports a quarter's summary of a whole city from a server that has done nothing else, and the notice's beside it: the
 * memory that the export takes, and how long it needs for a task.
 */
export async function measureSummary(
  {
    folder,
    databaseUrl,
    authSecret,
    cookie,
  }: { folder: string; databaseUrl: string; authSecret: string; cookie: string },
  { large, small }: { large: SummaryTask; small: SummaryTask },
): Promise<Result[]> {
  const make = async (task: SummaryTask) =>
    runScript<MadeSummary>('./make-summary.ts', task, {
      env: { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret },
      aliases: true,
    });
  const [whole, notice] = [await make(large), await make(small)];
  const portal = await startPortal(folder, databaseUrl);
  const address = ({ id }: MadeSummary) => `${portal.origin}/review/summaries/${id}/export`;
  const beside = await exportOnce(address(notice), cookie, portal.pid);
  const measured = await exportOnce(address(whole), cookie, portal.pid);
  await portal.stop();
  say(
    `summary: ${measured.megabytes.toFixed(1)} MB in ${measured.seconds.toFixed(1)} s, memory ${Math.round(measured.peak)} MB`,
  );
  const rate = ({ seconds }: Export, tasks: number) => tasks / seconds;
  return [
    {
      work: 'summary, memory while it is written',
      unit: 'MB',
      measured: measured.peak,
      limit: { name: '16 agencies', value: beside.peak },
      goal: { atMost: 300, isBound: true },
      samples: { measured: [measured.peak], limit: [beside.peak] },
    },
    {
      work: 'summary, tasks written',
      unit: 'tasks/s',
      measured: rate(measured, whole.tasks),
      limit: { name: '16 agencies', value: rate(beside, notice.tasks) },
      goal: { atLeast: 1 },
      samples: { measured: [measured.seconds], limit: [beside.seconds] },
    },
  ];
}
