import type { ReportScope } from '@/lib/domain/authorization';
import { scopeOf } from '@/lib/domain/authorization';
import { listReports } from '@/lib/review/data';

// Calls the desk's list of reports for some seconds, a few at a time, and answers with the calls a second.

export type ListTask = { planCode: string; seconds: number; expectedTotal: number };

const sideBySide = 8;

/** As the desk shows them. */
const pageSize = 20;
const reviewer = { accountId: '', displayName: '', roles: ['reviewer'], offices: 'all', agencyId: null } as const;

async function listOnce({ planCode, expectedTotal }: ListTask): Promise<void> {
  const filter = { planCode, periodCode: null, status: 'filed', search: '', now: new Date() } as const;
  const { rows, total } = await listReports(scopeOf(reviewer) as ReportScope, filter, { number: 1, size: pageSize });
  if (total !== expectedTotal || rows.length !== pageSize) {
    throw new Error(`the list gives ${rows.length} of ${total} reports, expected were ${expectedTotal}`);
  }
}

async function rateFor(task: ListTask): Promise<number> {
  let calls = 0;
  const begun = performance.now();
  const until = begun + task.seconds * 1000;
  const caller = async () => {
    while (performance.now() < until) {
      await listOnce(task);
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, caller));
  return calls / ((performance.now() - begun) / 1000);
}

process.once('message', async (task: ListTask) => {
  await rateFor({ ...task, seconds: 1 });
  process.send?.(await rateFor(task));
});
