import { youngSpace } from '@/scripts/job-worker';
import { runScript } from './child';
import type { DocumentTask } from './document-work';
import { bound, type Result } from './result';
import type { ScratchServer } from './scratch-database';
import { rounds } from './settings';

/** Ten thousand tasks in four quarters. */
const large = { agencies: 3_500, tasksEach: 3 };

/** Uses the memory setting of the portal's job process, so that the result applies to that process. */
const run = <Answer>(url: string, task: DocumentTask) => {
  const env = { DATABASE_URL: url, NODE_OPTIONS: youngSpace };
  return runScript<Answer>('./document-work.ts', task, { env, aliases: true });
};

/** The documents of the notice's sixteen agencies, each time by a process that has written none before. */
export async function measureDocuments(databaseUrl: string): Promise<Result> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    seconds.push(await run<number>(databaseUrl, { work: 'all-of-sixteen', planCode: '2020', periodCode: '2020Q1' }));
  return bound('documents of 16 agencies', 's', seconds, 2);
}

/** The memory of the process that writes the ledger of 3,500 agencies with 10,000 tasks: it is streamed. */
export async function measureLedgerMemory(server: ScratchServer): Promise<Result> {
  const url = await server.createDatabase('documents');
  const planCode = await run<string>(url, { work: 'store-large-plan', ...large });
  const megabytes = [await run<number>(url, { work: 'ledger-memory', planCode })];
  return bound('memory, ledger of 42,000 rows', 'MB', megabytes, 300);
}
