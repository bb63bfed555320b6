import { agencyReport } from '@/lib/documents/agency-report/agency-report';
import { scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { noticeForm, sectionsOf } from '@/lib/domain/report/entry';
import { getFiledVersion } from '@/lib/filing/data';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { db } from '@/lib/server/database/db';
import { makeSummary, type SummarySettings } from '@/lib/summaries/mutations';
import { ofPeriod, ofYear, reviewer, writing } from '../support/documents';
import { makeLargePlan } from '../support/large-plan';

// Writes documents in a process of its own and answers with the cost: seconds for those of the notice's sixteen
// agencies, or the most memory that this process ever had for the ledger of a large plan.

export type DocumentTask =
  | { work: 'all-of-sixteen'; planCode: string; periodCode: string }
  | { work: 'store-large-plan'; agencies: number; tasksEach: number }
  | { work: 'ledger-memory'; planCode: string };

async function thrownAway(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of bytes) size += chunk.byteLength;
  return size;
}

async function writeReports(planCode: string, periodCode: string): Promise<number> {
  const reports = await db.report.findMany({
    where: { filedVersions: { gt: 0 }, period: { code: periodCode, plan: { code: planCode } } },
    select: { id: true },
  });
  for (const { id } of reports) {
    const filed = await getFiledVersion(scopeOf(reviewer), id, 1);
    if (filed) await thrownAway(writeOfficialDocument(agencyReport(filed, 'issuer')));
  }
  return reports.length;
}

/** the summary with its annex table, of a draft that was made before. */
async function writeSummaryOf(planCode: string, periodCode: string, summaryId: string): Promise<void> {
  const period = ofPeriod(periodCode);
  await writing(['summary', planCode, period, new Date(), summaryId], ({ bytes }) => thrownAway(bytes));
}

async function draftSummary(planCode: string, periodCode: string): Promise<string> {
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { userName: 'coordinator' } });
  const words = { title: '2020', introduction: '', closing: '', signedOn: civilDate('2020-04-08') };
  const settings: SummarySettings = {
    arrangement: 'by_agency',
    chosen: sectionsOf(noticeForm),
    includesFiled: true,
    withTable: true,
  };
  const context = { actor: { ...reviewer, accountId }, now: new Date(), address: '' };
  const made = await makeSummary(
    { plan: planCode, quarter: ofPeriod(periodCode).periodCode as PeriodCode, ...settings, ...words },
    context,
  );
  if (!made.ok) throw new Error(`the bench was refused: ${made.refusal.code}`);
  return made.value;
}

/** Seconds for the circular, the ledger of the year, the summary and each agency's own report. */
async function writeAll(planCode: string, periodCode: string): Promise<number> {
  const summaryId = await draftSummary(planCode, periodCode);
  const begun = performance.now();
  const now = new Date();
  await writing(['circular', planCode, ofPeriod(periodCode), now], ({ bytes }) => thrownAway(bytes));
  await writing(['ledger', planCode, ofYear, now], ({ bytes }) => thrownAway(bytes));
  await writeSummaryOf(planCode, periodCode, summaryId);
  const reports = await writeReports(planCode, periodCode);
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
  else process.send?.(await writeAll(task.planCode, task.periodCode));
});
