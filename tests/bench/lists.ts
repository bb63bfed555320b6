import { runScript } from './child';
import { listedOf, listedPlan, storeReportsToList } from './list-data';
import type { ListTask } from './list-rate';
import type { Result } from './result';
import type { ScratchServer } from './scratch-database';
import { readSeconds, rounds } from './settings';
import { inTurns, median } from './turns';

type Size = { name: string; plans: number; agencies: number };

const notice: Size = { name: 'list_1', plans: 1, agencies: 16 };

// A hundred times the data: a hundred years of plans, or all of it in the one plan that is listed.
const grown = [
  { work: 'list of reports, 100 plans', size: { name: 'list_100_plans', plans: 100, agencies: 16 } },
  { work: 'list of reports, 100 x agencies', size: { name: 'list_100_agencies', plans: 1, agencies: 1600 } },
] as const;

function rate(url: string, { agencies }: Size): Promise<number> {
  const task: ListTask = {
    planCode: listedPlan,
    seconds: readSeconds / 2,
    expectedTotal: listedOf(agencies),
  };
  return runScript<number>('./list-rate.ts', task, { env: { DATABASE_URL: url }, aliases: true });
}

async function store(server: ScratchServer, size: Size): Promise<string> {
  const url = await server.createDatabase(size.name);
  await storeReportsToList(url, size);
  return url;
}

/** The division's list of reports (filter, count, first page) on the notice's data and on a hundred times as much. */
export async function measureLists(server: ScratchServer): Promise<Result[]> {
  const noticeUrl = await store(server, notice);
  const results: Result[] = [];
  for (const { work, size } of grown) {
    const grownUrl = await store(server, size);
    const { first, second } = await inTurns(
      rounds,
      () => rate(grownUrl, size),
      () => rate(noticeUrl, notice),
    );
    results.push({
      work,
      unit: 'lists/s',
      measured: median(first),
      limit: { name: 'itself, x1', value: median(second) },
      goal: { atLeast: 0.9 },
      samples: { measured: first, limit: second },
    });
  }
  return results;
}
