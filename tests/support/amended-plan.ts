import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { plainTask, type TaskFacts } from '@/lib/domain/plan/task';
import type { Amendment } from '@/lib/domain/plan/task-amendment';
import { amendTask } from '@/lib/plans/tasks/amendments/mutations';
import { storeReports, storeTasks } from '@/lib/plans/tasks/mutations';
import { db } from '@/lib/server/database/db';
import { makeAccount } from './accounts';
import { withOffice } from './office';
import { makeAgency } from './reports';
import { sql } from './sql';

/** In mid-quarter: the second period is open, the first is over, and the others have not begun. */
export const midQuarter = new Date('2020-06-20T02:00:00Z');

const periods = [
  ['2020Q1', '2020-02-29T16:00Z', '2020-04-03', '2020-04-03T16:00Z'],
  ['2020Q2', '2020-05-31T16:00Z', '2020-07-03', '2020-07-03T16:00Z'],
  ['2020Q3', '2020-08-31T16:00Z', '2020-10-12', '2020-10-12T16:00Z'],
  ['2020Q4', '2020-11-30T16:00Z', '2021-01-06', '2021-01-06T16:00Z'],
] as const;

export type AmendedPlan = {
  id: string;
  code: string;
  /** Three agencies: the first leads the first two tasks, the others one each. */
  agencies: [string, string, string];
  tasks: string[];
  coordinator: Actor;
};

/** Stores an issued plan of four tasks with a report that is not started for each agency and quarter. */
export async function makeAmendedPlan(leadsReporting: 'each' | 'first' = 'each'): Promise<AmendedPlan> {
  const id = randomUUID();
  const code = `A${id.slice(0, 8)}`;
  await sql(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "deadlineRule", status,
       "officeId", "firstOn", "lastOn", "leadsReporting")
     VALUES ($1, $2, '试验计划', '试验局', '2020-01-02', '试验处', $3, 'issued', (SELECT id FROM office),
       '2020-01-01', '2020-12-31', $4)`,
    [id, code, { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' }, leadsReporting],
  );
  for (const [quarter, opensAt, dueOn, closesAt] of periods) {
    await sql(
      `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
       VALUES ($1, $2, $3, $4, $5, $6, false, '[]')`,
      [randomUUID(), id, quarter, opensAt, dueOn, closesAt],
    );
  }
  const agencies = [await makeAgency(), await makeAgency(), await makeAgency()] as AmendedPlan['agencies'];
  const [first, second, third] = agencies;
  const facts = [first, first, second, third].map((lead, index) => plainTask(`第${index + 1}项任务，按季推进`, [lead]));
  const tasks = await db.$transaction(async (transaction) => {
    const ids = await storeTasks(transaction, id, facts);
    await storeReports(transaction, id);
    return ids;
  });
  return { id, code, agencies, tasks, coordinator: await makeAccount('coordinator') };
}

/** Amends the plan as its coordinator, from the running quarter on unless another is named. */
export function amend(plan: AmendedPlan, amendment: Amendment, fromPeriod = '2020Q2') {
  const terms = { fromPeriod: periodCode(fromPeriod), reason: '市政府专题会议纪要〔2020〕12号' };
  const context = { actor: plan.coordinator, now: midQuarter, address: '10.0.0.7' };
  return amendTask(plan.code, amendment, terms, context);
}

/** The facts of a task that an agency leads. */
export const taskOf = (lead: string, text: string): TaskFacts => plainTask(text, [lead]);

/** The id of an agency's report for a quarter. */
export async function reportOf(plan: AmendedPlan, agencyId: string, quarter = '2020Q2'): Promise<string> {
  const [report] = await sql<{ id: string }>(
    `SELECT r.id FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
     WHERE p."planId" = $1 AND p.quarter = $2 AND r."agencyId" = $3`,
    [plan.id, quarter, agencyId],
  );
  return report?.id ?? '';
}
