import { randomUUID } from 'node:crypto';
import type { EntryContent } from '@/lib/domain/report/entry';
import { makeAccount } from './accounts';
import { withOffice } from './office';
import { completeEntry } from './report-states';
import { type Sql, sql } from './sql';
import { makeTask } from './tasks';

export type SummarizedReport = { id: string; agencyName: string; taskIds: string[] };

export type SummarizedPeriod = { planCode: string; periodId: string; reports: SummarizedReport[] };

type Wanted = { agency: string; status: string; tasks: number[]; content?: Partial<EntryContent> };

/** Four agencies and five tasks, those of the first not in a row: two accepted, one filed, one not started. */
const usual: Wanted[] = [
  { agency: '甲局', status: 'accepted', tasks: [1, 3] },
  {
    agency: '乙局',
    status: 'accepted',
    tasks: [2],
    content: {
      noProgress: true,
      noProgressReason: '经费未到',
      progress: '',
      results: '',
      noProblems: true,
      problems: '',
    },
  },
  { agency: '丙局', status: 'filed', tasks: [4] },
  { agency: '丁局', status: 'not_started', tasks: [5] },
];

const snapshotOf = (planCode: string, agency: string, number: number, entries: readonly object[]) => ({
  plan: { code: planCode, title: '试验计划' },
  agency: { code: agency, name: agency },
  quarter: '2020Q1',
  version: number,
  entries,
});

/** Stores a version of a report by raw SQL; each text names its agency, its task and its version. */
export async function storeVersionOf(
  { id, agencyName, taskIds }: SummarizedReport,
  number: number,
  content: Partial<EntryContent> = {},
  run: Sql = sql,
): Promise<string> {
  const { accountId } = await makeAccount('coordinator', null, { run });
  const entries = taskIds.map((taskId, index) => {
    const words = (section: string) => `${agencyName}${section}${index + 1}（第${number}版）`;
    const texts = {
      progress: words('进展'),
      problems: words('问题'),
      results: words('成效'),
      nextSteps: words('打算'),
    };
    return { ...completeEntry, ...texts, ...content, taskId, taskCode: 'T', taskText: '任务' };
  });
  const versionId = randomUUID();
  await run(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'on_time')`,
    [
      versionId,
      id,
      number,
      snapshotOf('', agencyName, number, entries),
      '0'.repeat(64),
      `S-${number}-${id.slice(0, 18)}`,
      accountId,
    ],
  );
  await run('UPDATE "Report" SET "filedVersions" = $2 WHERE id = $1', [id, number]);
  return versionId;
}

async function storeReport(
  { planId, planCode, periodId }: { planId: string; planCode: string; periodId: string },
  { agency, status, tasks, content }: Wanted,
  position: number,
  run: Sql,
): Promise<SummarizedReport> {
  const [agencyId, id] = [randomUUID(), randomUUID()];
  await run('INSERT INTO "Agency" (id, code, name, position) VALUES ($1, $2, $3, $4)', [
    agencyId,
    `${planCode}-${position}`,
    `${agency}${planCode}`,
    position,
  ]);
  const taskIds: string[] = [];
  for (const task of tasks) {
    taskIds.push(await makeTask({ planId, planCode, agencyId, position: task, text: `任务${task}` }, run));
  }
  const isFiled = status !== 'not_started';
  await run(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, version, timeliness, "updatedAt")
     VALUES ($1, $2, $3, $4, 7, $5, now())`,
    [id, periodId, agencyId, status, isFiled ? 'on_time' : null],
  );
  const report = { id, agencyName: `${agency}${planCode}`, taskIds };
  if (isFiled) await storeVersionOf(report, 1, content, run);
  return report;
}

/** Stores a plan, a period and its reports, in the order of the annex, for a summary; the clock must stand before its close. */
export async function storeSummarizedPeriod(run: Sql = sql, wanted: Wanted[] = usual): Promise<SummarizedPeriod> {
  const [planId, periodId] = [randomUUID(), randomUUID()];
  const planCode = `S${planId.slice(0, 8)}`;
  await run(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn")
     VALUES ($1, $2, '试验计划', '试验局', '2020-01-02', '科技处', '试验', '{"nthWorkingDay":3,"inclusive":true,"cutoff":"24:00"}',
       'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31')`,
    [planId, planCode],
  );
  await run(
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     VALUES ($1, $2, '2020Q1', '2020-03-25T16:00:00Z', '2020-04-03', '2020-04-03T16:00:00Z', false, '[]')`,
    [periodId, planId],
  );
  const reports: SummarizedReport[] = [];
  for (const [index, each] of wanted.entries()) {
    reports.push(await storeReport({ planId, planCode, periodId }, each, index + 1, run));
  }
  return { planCode, periodId, reports };
}
