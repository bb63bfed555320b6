import { scopeOf } from '@/lib/domain/authorization';
import { agencyReport } from '@/lib/exports/agency-report/agency-report';
import { writeOfficialDocument } from '@/lib/exports/official/write-official-document';
import { getFiledVersion } from '@/lib/reports/data';
import { db } from '@/lib/server/db';
import { ofQuarter, ofYear, reviewer, writing } from '../integration/support/documents';
import { makeLargePlan } from '../integration/support/large-plan';

// Writes documents in a process of its own and answers with what it took: seconds for those of the notice's sixteen
// agencies, or the most memory that this process ever had for the ledger of a large plan.

export type DocumentTask =
  | { work: 'all-of-sixteen'; planCode: string; quarter: string }
  | { work: 'store-large-plan'; agencies: number; tasksEach: number }
  | { work: 'ledger-memory'; planCode: string };

async function thrownAway(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of bytes) size += chunk.byteLength;
  return size;
}

async function writeReports(planCode: string, quarter: string): Promise<number> {
  const reports = await db.report.findMany({
    where: { filedVersions: { gt: 0 }, period: { quarter, plan: { code: planCode } } },
    select: { id: true },
  });
  for (const { id } of reports) {
    const filed = await getFiledVersion(scopeOf(reviewer), id, 1);
    if (filed) await thrownAway(writeOfficialDocument(agencyReport(filed, 'issuer')));
  }
  return reports.length;
}

/** Seconds for the circular, the ledger of the year and each agency's own report. */
async function writeAll(planCode: string, quarter: string): Promise<number> {
  const begun = performance.now();
  const now = new Date();
  await writing(['circular', planCode, ofQuarter(quarter), now], ({ bytes }) => thrownAway(bytes));
  await writing(['ledger', planCode, ofYear, now], ({ bytes }) => thrownAway(bytes));
  const reports = await writeReports(planCode, quarter);
  if (reports !== 16) throw new Error(`there are reports of ${reports} agencies, expected were 16`);
  return (performance.now() - begun) / 1000;
}

/** Megabytes (10^6 bytes). */
async function ledgerMemory(planCode: string): Promise<number> {
  await writing(['ledger', planCode, ofYear, new Date()], async ({ total, bytes }) => {
    if (total < 40_000) throw new Error(`the ledger has ${total} rows, expected were 40,000 or more`);
    await thrownAway(bytes);
  });
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

process.once('message', async (task: DocumentTask) => {
  if (task.work === 'store-large-plan') process.send?.(await makeLargePlan(task));
  else if (task.work === 'ledger-memory') process.send?.(await ledgerMemory(task.planCode));
  else process.send?.(await writeAll(task.planCode, task.quarter));
});
