import { type PageTask, p95, pageTimes } from './page-latency';
import type { Result } from './result';
import { say } from './run';
import { isQuick } from './settings';

/** The number of people who read at the same time. */
const readers = 2;
const each = isQuick ? 5 : 100;
const warmUp = isQuick ? 2 : 20;

export type MeasuredPage = {
  work: string;
  path: string;
  /** The same page with the notice's 16 agencies. */
  beside: string;
  says: string;
};

type Side = { origin: string; cookie: string; before?: () => Promise<void> };

/** The two portals that are measured, which may be one. */
export type Sides = { measured: Side; beside: Side };

const taskOf = ({ origin, ...side }: Side, path: string): PageTask => ({
  ...side,
  url: `${origin}${path}`,
  says: '',
  // A page that is made for each question is asked for by one at a time, because the others would wait for the same.
  readers: side.before ? 1 : readers,
  each,
});

async function measurePage(sides: Sides, { work, path, beside, says }: MeasuredPage): Promise<Result> {
  const task = { ...taskOf(sides.measured, path), says };
  const besideTask = taskOf(sides.beside, beside);
  await pageTimes({ ...task, each: warmUp });
  const limit = await pageTimes(besideTask);
  const measured = await pageTimes(task);
  say(`${work}: ${Math.round(p95(measured))} ms, 16 agencies ${Math.round(p95(limit))} ms`);
  return {
    work,
    unit: 'ms p95',
    measured: p95(measured),
    limit: { name: '16 agencies', value: p95(limit) },
    goal: { atMost: 300, isBound: true },
    samples: { measured, limit },
  };
}

/** Measures pages one after another. */
export async function measurePages(sides: Sides, pages: readonly MeasuredPage[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const page of pages) results.push(await measurePage(sides, page));
  return results;
}
