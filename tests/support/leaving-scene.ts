import { randomUUID } from 'node:crypto';
import { makeSupport } from './contributions';
import { furnishDivision } from './division-desk';
import type { FormWithText } from './forms-with-text';
import type { Officer, OwnPortal } from './own-portal';
import { blankEntry } from './report-states';
import { type MadeReport, makeAgency, makeReport } from './reports';
import { storeApril } from './year';

/** A portal with data for every form with text, and somebody signed in for each role that has one. */
export type LeavingScene = {
  portal: OwnPortal;
  draft: MadeReport;
  awaiting: MadeReport;
  filed: MadeReport;
  accepted: MadeReport;
  /** The code of a draft of a plan that has an agency. */
  numbered: string;
  /** A report that nobody has begun, so that the form of its plan can still be edited. */
  unbegun: MadeReport;
  /** The code of a closed plan. */
  closed: string;
  /** An address of each page of the division's desk. */
  pages: Record<string, string>;
  /** A file that changes the plan of the draft. */
  importId: string;
  personOf: (form: FormWithText) => Officer;
};

/** Stores a draft of a plan with a number for an agency, and gives its code. */
export async function makeNumbered(portal: OwnPortal): Promise<string> {
  const { planCode, agencyId } = await makeReport({ run: portal.sql });
  await portal.sql(`UPDATE "Plan" SET status = 'draft' WHERE code = $1`, [planCode]);
  await portal.sql(
    `INSERT INTO "PlanAgency" ("planId", "agencyId", number, position) SELECT id, $2, '01', 1 FROM "Plan" WHERE code = $1
     ON CONFLICT DO NOTHING`,
    [planCode, agencyId],
  );
  return planCode;
}

/** Stores a closed plan with the settings of the one that a report belongs to; gives its code. */
export async function makeClosed({ planCode }: MadeReport, run: OwnPortal['sql']): Promise<string> {
  const code = `${planCode}-closed`;
  await run(
    `INSERT INTO "Plan" SELECT (jsonb_populate_record(l, jsonb_build_object(
       'id', gen_random_uuid(), 'code', $2::text, 'status', 'closed'))).* FROM "Plan" l WHERE l.code = $1`,
    [planCode, code],
  );
  return code;
}

/** Stores a file with one task for the plan of a report, as it was read. */
export async function storeImport({ planCode }: MadeReport, accountId: string, { sql }: OwnPortal): Promise<string> {
  const importId = randomUUID();
  const rowOf = (id: number, ...texts: string[]) => ({
    place: { line: id, id },
    cells: texts.map((text) => ({ text, span: 1 })),
  });
  const rows = [rowOf(1, '序号', '任务', '牵头单位'), rowOf(2, '1', '治理河道', '市水务局')];
  const edits = [
    { kind: 'head', field: 'year', text: '2020' },
    { kind: 'unit', name: '市水务局', as: { isNew: true } },
  ];
  await sql(
    `INSERT INTO "PlanImport" (id, "officeId", "madeById", "madeAt", "fileName", file, source, edits, "planId")
     SELECT $1, "officeId", $2, portal_now(), 'plan.csv', '', $3, $4, id FROM "Plan" WHERE code = $5`,
    [
      importId,
      accountId,
      JSON.stringify([{ kind: 'table', rows, isTyped: true }]),
      JSON.stringify([{ edits, by: 'coordinator', at: '2020-04-01T00:00:00.000Z' }]),
      planCode,
    ],
  );
  return importId;
}

/** Stores the data of the scene, and signs everybody in. */
export async function setScene(portal: OwnPortal): Promise<LeavingScene> {
  const run = portal.sql;
  await storeApril(run);
  const pages = await furnishDivision(portal);
  const draft = await makeReport({ entry: blankEntry, run });
  const { agencyId } = draft;
  const supporting = await makeAgency(run);
  await makeSupport(draft.taskIds[0] ?? '', supporting, run);
  const people = {
    reporter: await portal.signIn('reporter', agencyId),
    approver: await portal.signIn('approver', agencyId),
    coordinator: await portal.signIn('coordinator'),
  };
  await run(
    `INSERT INTO "ApproverDeputy" (id, "approverId", "deputyId", "fromOn", "untilOn")
     VALUES ($1, $2, $3, portal_now()::date, portal_now()::date + 30)`,
    [randomUUID(), people.approver.accountId, people.reporter.accountId],
  );
  await makeReport({ status: 'accepted', proposedBy: 'another', run });
  const supporter = await portal.signIn('reporter', supporting);
  return {
    portal,
    closed: await makeClosed(draft, run),
    pages,
    draft,
    numbered: await makeNumbered(portal),
    importId: await storeImport(draft, people.coordinator.accountId, portal),
    awaiting: await makeReport({ status: 'awaiting_sign_off', signOffRequired: true, agencyId, run }),
    filed: await makeReport({ status: 'filed', reviewBegun: true, run }),
    accepted: await makeReport({ status: 'accepted', run }),
    unbegun: await makeReport({ status: 'not_started', run }),
    personOf: ({ by, isSupporting }) => (isSupporting ? supporter : people[by]),
  };
}
