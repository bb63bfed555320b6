import { randomUUID } from 'node:crypto';
import { makeAccount } from '../accounts';
import { makeContribution, makeSupport } from '../contributions';
import { addSecondVersion, furnishDivision } from '../division-desk';
import { makeClosed, makeNumbered, storeImport } from '../leaving-scene';
import { OwnPortal } from '../own-portal';
import { makeRemark } from '../remarks';
import { completeEntry } from '../report-states';
import { type MadeReport, makeAgency, makeReport, type WantedReport } from '../reports';
import type { Sql } from '../sql';
import { makeTask } from '../tasks';
import { storeApril } from '../year';
import { fileEvidence, store, storeDocument, storeEvidence } from './stored-files';
import {
  type AgencyNames,
  otherOffice,
  settleAccounts,
  signInAll,
  type VisitorName,
  type Visitors,
  who,
} from './visitors';

const written = { ...completeEntry, progress: '尚未报送的进展' };
const handedIn = { ...completeEntry, progress: '已经报送的进展' };

/** The reports of the own agency, each in a plan of its own of the own office. */
const wantedReports = {
  draft: { status: 'draft', extensionPending: true, entry: written },
  awaiting: { status: 'awaiting_sign_off', entry: written },
  filed: { status: 'filed', entry: handedIn },
  accepted: { status: 'accepted', entry: handedIn },
  unbegun: { status: 'not_started' },
  published: { status: 'accepted', published: true },
  withdrawn: { status: 'accepted', withdrawn: true, entry: handedIn },
  proposed: { status: 'accepted', proposedBy: 'another', entry: handedIn },
} as const satisfies Record<string, WantedReport>;

export type Reports = Record<keyof typeof wantedReports | 'ownProposal', MadeReport>;

/** A portal with two offices, everybody signed in, and one of each thing, which belongs to the own office and agency. */
export type Scene = {
  portal: OwnPortal;
  visitors: Visitors;
  agencies: Record<AgencyNames, string>;
  reports: Reports;
  /** Ids of what belongs to the own office or agency. */
  ids: Awaited<ReturnType<typeof storeThings>>;
  /** The codes of a draft of a plan and of a closed one. */
  plans: { draft: string; closed: string };
  /** An address of each page of the division's desk. */
  pages: Record<string, string>;
};

/** Texts by which it is seen what a page shows, each with those who may read it. */
export const marks: readonly (readonly [text: string, readers: readonly VisitorName[]])[] = [
  [written.progress, who.agency],
  [handedIn.progress, who.filedReaders],
  ['配合完成调研', [...who.agency, 'supporter']],
  ['请核对数量', who.office],
  ['数据未到', [...who.agency, ...who.office]],
  ['未印发的计划', who.office],
  ['未印发的任务', who.office],
  ['导入中的计划', who.coordinators],
  ['处内汇总', who.office],
  ['写给填报人的消息', ['reporter', ...who.office]],
  ['本单位的经办人', [...who.agency, ...who.office, ...who.administrators]],
];

async function makeReports(portal: OwnPortal, agencyId: string, coordinatorId: string): Promise<Reports> {
  const made: Partial<Reports> = {};
  const own = { status: 'accepted', proposedBy: coordinatorId, entry: handedIn } as const;
  for (const [name, wanted] of Object.entries({ ...wantedReports, ownProposal: own })) {
    made[name as keyof Reports] = await makeReport({ ...wanted, agencyId, run: portal.sql });
  }
  return made as Reports;
}

/** Gives the neighbour a report in the plan of the draft, and the other agency one in a plan of the other office. */
async function makeForeignReports({ sql }: OwnPortal, { draft }: Reports, agencies: Scene['agencies']): Promise<void> {
  await sql(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, "updatedAt") VALUES ($1, $2, $3, 'not_started', now())`,
    [randomUUID(), draft.periodId, agencies.neighbour],
  );
  const planId = `(SELECT "planId" FROM "ReportingPeriod" WHERE id = '${draft.periodId}')`;
  const [{ id } = { id: '' }] = await sql<{ id: string }>(`SELECT ${planId} AS id`);
  const task = { planId: id, planCode: draft.planCode, agencyId: agencies.neighbour, position: 3, text: '试验任务' };
  await makeTask(task, sql);
  for (const status of ['draft', 'filed', 'accepted'] as const) {
    const { planCode } = await makeReport({ status, agencyId: agencies.other, run: sql });
    await sql(
      `UPDATE "Plan" SET title = '另一处的计划', "officeId" = (SELECT id FROM "Office" WHERE code = $2) WHERE code = $1`,
      [planCode, otherOffice],
    );
  }
}

/** Calls the plan of one report 2020, as the notice's is. */
async function renameToNotice({ published }: Reports, { sql }: OwnPortal): Promise<void> {
  const [{ id } = { id: '' }] = await sql<{ id: string }>('SELECT id FROM "Plan" WHERE code = $1', [
    published.planCode,
  ]);
  await sql(`UPDATE "Plan" SET code = '2020' WHERE id = $1`, [id]);
  await sql(`UPDATE "Task" SET code = '2020-' || lpad(position::text, 2, '0') WHERE "planId" = $1`, [id]);
  published.planCode = '2020';
}

/** Gives every agency that leads a task a number in its plan, by which it belongs to the office. */
const numberAgencies = `
  INSERT INTO "PlanAgency" ("planId", "agencyId", number, position)
  SELECT t."planId", h."agencyId", row_number() OVER (PARTITION BY t."planId")::text, 1
  FROM "Task" t JOIN "TaskLead" h ON h."taskId" = t.id GROUP BY 1, 2 ON CONFLICT DO NOTHING`;

const storeMessage = (portal: OwnPortal, accountId: string, cause: string) =>
  store(portal, 'Notification', {
    ...{ accountId, kind: 'notice', cause, subject: '写给填报人的消息', body: '试验', link: '/filing' },
    createdAt: new Date(),
  });

async function storeThings(portal: OwnPortal, reports: Reports, visitors: Visitors, supporting: string) {
  const { draft, filed } = reports;
  const { reporter, approver, reviewer, coordinator, supporter } = visitors;
  const [taskId = ''] = draft.taskIds;
  await makeSupport(taskId, supporting, portal.sql);
  const offer = { reportId: draft.id, taskId, agencyId: supporting, writtenById: supporter.accountId };
  const evidence = await storeEvidence(reports, visitors);
  const account = await makeAccount('reporter', draft.agencyId, { run: portal.sql });
  const messageTo = (cause: string) => storeMessage(portal, reporter.accountId, cause);
  const message = await messageTo('tests');
  const days = { fromOn: '2020-04-20', untilOn: '2020-04-21' };
  const [movable] = await portal.sql<{ id: string }>(`SELECT id FROM "ReportingPeriod" WHERE "dueOn" = '2020-04-09'`);
  await portal.sql(`INSERT INTO "AgencyGroup" (id, name) VALUES (gen_random_uuid(), '试验组')`);
  const [office] = await portal.sql<{ id: string }>(`SELECT id FROM "Office" WHERE code = 'tests'`);
  const [entry] = await portal.sql<{ id: string; summaryId: string }>('SELECT id, "summaryId" FROM "SummaryEntry"');
  return {
    office: office?.id ?? '',
    movable: movable?.id ?? '',
    summary: entry?.summaryId ?? '',
    entry: entry?.id ?? '',
    officer: account.accountId,
    evidence,
    filedEvidence: await fileEvidence(portal, reports, evidence),
    contribution: await makeContribution(offer, portal.sql),
    remark: (await makeRemark(filed.id, portal.sql)) ?? '',
    message,
    unread: await messageTo('tests/unread'),
    delivery: await store(portal, 'Delivery', {
      ...{ notificationId: message, channel: 'mail', status: 'failed', nextAttemptAt: new Date() },
    }),
    leave: await store(portal, 'Leave', { reviewerId: reviewer.accountId, standInId: coordinator.accountId, ...days }),
    deputation: await store(portal, 'ApproverDeputy', {
      ...{ approverId: approver.accountId, deputyId: account.accountId, fromOn: '2020-05-20', untilOn: '2020-05-21' },
    }),
    document: await storeDocument(portal, reports, evidence, reviewer.accountId),
    import: await storeImport(draft, coordinator.accountId, portal),
  };
}

async function makeAgencies(run: Sql): Promise<Scene['agencies']> {
  const agencies = {
    own: await makeAgency(run),
    supporting: await makeAgency(run),
    neighbour: await makeAgency(run),
    superior: await makeAgency(run),
    other: await makeAgency(run),
  };
  const below = await makeAgency(run);
  await run('UPDATE "Agency" SET "parentId" = $2 WHERE id = $1', [below, agencies.own]);
  await run('UPDATE "Agency" SET "parentId" = $2 WHERE id = $1', [agencies.own, agencies.superior]);
  return agencies;
}

/** Gives the texts by which readers are told apart to what the made rows call something common. */
async function markTexts({ sql }: OwnPortal, { plans, ids }: Pick<Scene, 'plans' | 'ids'>): Promise<void> {
  await sql(`UPDATE "Plan" SET title = '未印发的计划' WHERE code = $1`, [plans.draft]);
  await sql(`UPDATE "Task" SET text = '未印发的任务' WHERE "planId" = (SELECT id FROM "Plan" WHERE code = $1)`, [
    plans.draft,
  ]);
  await sql(`UPDATE "PlanImport" SET "fileName" = '导入中的计划.csv' WHERE id = $1`, [ids.import]);
  await sql(`UPDATE "Summary" SET title = '处内汇总'`);
  await sql(`UPDATE "Account" SET "displayName" = '本单位的经办人' WHERE id = $1`, [ids.officer]);
}

/** Stores everything, and signs everybody in. */
export async function setScene(): Promise<Scene> {
  const portal = await OwnPortal.start();
  const run = portal.sql;
  await storeApril(run);
  const pages = await furnishDivision(portal);
  await run(`INSERT INTO "Office" (id, code, name) VALUES ($1, $2, '另一处')`, [randomUUID(), otherOffice]);
  const agencies = await makeAgencies(run);
  const visitors = await signInAll(portal, agencies);
  const reports = await makeReports(portal, agencies.own, visitors.coordinator.accountId);
  await makeForeignReports(portal, reports, agencies);
  await renameToNotice(reports, portal);
  await addSecondVersion(reports.filed.id, portal);
  const plans = { draft: await makeNumbered(portal), closed: await makeClosed(reports.draft, run) };
  await run(numberAgencies);
  const ids = await storeThings(portal, reports, visitors, agencies.supporting);
  await run('UPDATE "Account" SET "calendarKey" = $2 WHERE id = $1', [ids.officer, calendarKey]);
  await markTexts(portal, { plans, ids });
  await settleAccounts(visitors, run);
  return { portal, visitors, agencies, reports, ids, plans, pages };
}

/** The secret part of the address of an officer's calendar. */
export const calendarKey = 'k'.repeat(43);
