import { randomUUID } from 'node:crypto';
import type { EntryContent, EntryForm } from '@/lib/domain/report/entry';
import type { ReportStatus } from '@/lib/domain/report/report';
import { makeAccount } from './accounts';
import { storePublicationFacts } from './made-publications';
import { withOffice } from './office';
import { closesAt, completeEntry, now } from './report-states';
import { type Sql, sql } from './sql';
import { makeTask } from './tasks';

export type WantedReport = {
  status?: ReportStatus;
  tasks?: number;
  entry?: EntryContent;
  /** The form of its plan, if that has its own. */
  form?: EntryForm;
  signOffRequired?: boolean;
  opensAt?: Date;
  dueOn?: string;
  closesAt?: Date;
  provisional?: boolean;
  reviewBegun?: boolean;
  extensionPending?: boolean;
  lateFilingOpen?: boolean;
  /** Something of it is public, whatever its status. */
  published?: boolean;
  /** Something was public and was withdrawn without a reason. */
  withdrawn?: boolean;
  /** A proposal to publish waits: of this account, or of another one. */
  proposedBy?: string | 'another';
  /** An existing agency; without one the report gets its own. */
  agencyId?: string;
  run?: Sql;
};

export type MadeReport = {
  id: string;
  version: number;
  planCode: string;
  periodId: string;
  agencyId: string;
  taskIds: string[];
  /** The offer of a supporting agency for the first task, if one was stored. */
  contributionId?: string;
  /** The remark of the division on the first task, if one was stored. */
  remarkId?: string;
};

const wasFiled: readonly ReportStatus[] = ['filed', 'returned', 'accepted'];

async function makePlan(wanted: WantedReport, run: Sql) {
  const planId = randomUUID();
  const planCode = `T${planId.slice(0, 8)}`;
  const periodId = randomUUID();
  await run(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn", form)
     VALUES ($1, $2, '试验计划', '试验局', '2019-01-02', '试验处', '试验', $3,
       'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31', $4)`,
    [planId, planCode, { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' }, wanted.form ?? null],
  );
  await run(
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     VALUES ($1, $2, '2020Q1', $3, $4, $5, $6, '[]')`,
    [
      periodId,
      planId,
      wanted.opensAt ?? new Date('2020-03-25T16:00:00Z'),
      wanted.dueOn ?? '2020-04-03',
      wanted.closesAt ?? closesAt,
      wanted.provisional ?? false,
    ],
  );
  return { planId, planCode, periodId };
}

/** The code, which is the name too, of an agency that a test has made. */
export const agencyCodeOf = (agencyId: string) => `T${agencyId.slice(0, 8)}`;

export async function makeAgency(run: Sql = sql, signOffRequired = false): Promise<string> {
  const agencyId = randomUUID();
  await run('INSERT INTO "Agency" (id, code, name, position, "signOffRequired") VALUES ($1, $2, $2, 99, $3)', [
    agencyId,
    agencyCodeOf(agencyId),
    signOffRequired,
  ]);
  return agencyId;
}

async function makeTasks(count: number, planId: string, planCode: string, agencyId: string, run: Sql) {
  const ids: string[] = [];
  for (let position = 1; position <= count; position += 1) {
    ids.push(await makeTask({ planId, planCode, agencyId, position, text: '试验任务' }, run));
  }
  return ids;
}

async function fillIn(reportId: string, taskIds: readonly string[], entry: EntryContent, run: Sql): Promise<void> {
  for (const taskId of taskIds) {
    await run('INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt") VALUES ($1, $2, $3, $4, now())', [
      randomUUID(),
      reportId,
      taskId,
      entry,
    ]);
  }
}

async function storeVersion(report: MadeReport, accountId: string, entry: EntryContent, run: Sql): Promise<string> {
  const versionId = randomUUID();
  const snapshot = {
    plan: { code: report.planCode, title: '试验计划' },
    agency: { code: 'T', name: '试验单位' },
    quarter: '2020Q1',
    version: 1,
    entries: report.taskIds.map((taskId) => ({ ...entry, taskId, taskCode: 'T', taskText: '试验任务' })),
  };
  await run(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     VALUES ($1, $2, 1, $3, $4, $5, $6, 'on_time')`,
    [versionId, report.id, snapshot, '0'.repeat(64), `T-${versionId.slice(0, 18)}`, accountId],
  );
  return versionId;
}

async function storeReview(report: MadeReport, versionId: string, wanted: WantedReport, run: Sql): Promise<void> {
  const outcome = wanted.status === 'returned' || wanted.status === 'accepted' ? wanted.status : null;
  if (outcome === null && !wanted.reviewBegun) return;
  const { accountId } = await makeAccount('reviewer', null, { run });
  await run(
    `INSERT INTO "Review" (id, "reportId", "filedVersionId", "reviewerId", "begunAt", outcome, "decidedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), report.id, versionId, accountId, now, outcome, outcome && now],
  );
  if (outcome !== 'returned') await run('UPDATE "Report" SET "reviewBegunAt" = $2 WHERE id = $1', [report.id, now]);
}

async function storePendingExtension(reportId: string, accountId: string, run: Sql = sql): Promise<void> {
  await run(
    `INSERT INTO "Extension" (id, "reportId", reason, "proposedOn", "requestedAt", "requestedById")
     VALUES ($1, $2, '数据未到', '2020-04-08', $3, $4)`,
    [randomUUID(), reportId, now, accountId],
  );
}

/**
 * Stores a report of an agency, a plan and tasks of its own, straight in the status that is wanted, by raw SQL. One that
 * was filed has its version, so that the clock must stand before its closing instant.
 */
export async function makeReport(wanted: WantedReport = {}): Promise<MadeReport> {
  const { status = 'draft', tasks = 2, entry = completeEntry, signOffRequired = false, run = sql } = wanted;
  const { planId, planCode, periodId } = await makePlan(wanted, run);
  const agencyId = wanted.agencyId ?? (await makeAgency(run, signOffRequired));
  const taskIds = await makeTasks(tasks, planId, planCode, agencyId, run);
  const report = { id: randomUUID(), version: 7, planCode, periodId, agencyId, taskIds };
  const isFiled = wasFiled.includes(status) || !!(wanted.published || wanted.withdrawn || wanted.proposedBy);
  await run(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, version, "filedVersions", timeliness, "lateFilingOpen",
       "updatedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [
      ...[report.id, periodId, agencyId, status, report.version, isFiled ? 1 : 0, isFiled ? 'on_time' : null],
      wanted.lateFilingOpen ?? false,
    ],
  );
  if (status !== 'not_started') await fillIn(report.id, taskIds, entry, run);
  if (!isFiled && !wanted.extensionPending) return report;
  const { accountId } = await makeAccount('reporter', agencyId, { run });
  if (wanted.extensionPending) await storePendingExtension(report.id, accountId, run);
  if (!isFiled) return report;
  const versionId = await storeVersion(report, accountId, entry, run);
  await storeReview(report, versionId, wanted, run);
  await storePublicationFacts(report, versionId, wanted, run);
  return report;
}
