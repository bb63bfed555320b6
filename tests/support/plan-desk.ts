import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { PlanSettings } from '@/lib/domain/plan/plan-settings';
import { plainTask } from '@/lib/domain/plan/task';
import { createPlan } from '@/lib/plans/settings/mutations';
import { storeTasks } from '@/lib/plans/tasks/mutations';
import { db } from '@/lib/server/database/db';
import { makeAccount } from './accounts';
import { makeAgency } from './reports';
import { one, sql } from './sql';
import { granted } from './writing';

/** The instant at which the plans of the tests are drafted and issued: 10 March 2020, 10:00. */
export const deskNow = new Date('2020-03-10T02:00:00Z');

export const at = (actor: Actor, now: Date = deskNow) => ({ actor, now, address: '10.0.0.7' });

let made = 0;

/** The settings of a plan of quarters over 2020 whose first period that counts is the first. */
export async function settingsOf(changed: Partial<PlanSettings> = {}): Promise<PlanSettings & { from: string }> {
  made += 1;
  const name = `试验处${made}-${process.pid}`;
  const office = await one<{ id: string }>(
    `INSERT INTO "Office" (id, code, name) VALUES (gen_random_uuid(), $1, $2) RETURNING id`,
    [`office${made}-${process.pid}`, name],
  );
  return {
    code: `P2020-${made}`,
    title: '2020年试验计划',
    officeId: office.id,
    issuer: '试验局',
    documentNumber: '试〔2020〕1号',
    noticeText: '',
    issuedOn: civilDate('2020-03-05'),
    contactOffice: '试验处',
    contactPerson: '',
    contactPhone: '',
    firstOn: civilDate('2020-01-01'),
    lastOn: civilDate('2020-12-31'),
    rhythm: 'quarterly',
    firstPeriod: null,
    leadsReporting: 'each',
    afterClosing: 'closed',
    from: '',
    ...changed,
  };
}

export type MadePlan = { code: string; id: string; officeId: string; agencyIds: string[]; coordinator: Actor };

/** A draft with one task for each of some agencies. */
export async function makeDraft(changed: Partial<PlanSettings> = {}, agencies = 2): Promise<MadePlan> {
  const coordinator = await makeAccount('coordinator');
  const settings = await settingsOf(changed);
  const code = granted(await createPlan(settings, at(coordinator)));
  const { id } = await one<{ id: string }>('SELECT id FROM "Plan" WHERE code = $1', [code]);
  const agencyIds: string[] = [];
  for (let index = 0; index < agencies; index += 1) agencyIds.push(await makeAgency());
  await db.$transaction((transaction) =>
    storeTasks(
      transaction,
      id,
      agencyIds.map((agencyId, index) => ({
        ...plainTask(`任务${index + 1}`, [agencyId]),
        dueText: '2020年12月底前',
        dueOn: civilDate('2020-12-31'),
        dueKind: 'by_date' as const,
      })),
    ),
  );
  return { code, id, officeId: settings.officeId, agencyIds, coordinator };
}

/** The plan as it stands, with its version for the next command. */
export const seen = async (code: string) => {
  const [plan] = await sql<{ version: number }>('SELECT version FROM "Plan" WHERE code = $1', [code]);
  return { plan: code, version: plan?.version ?? 0 };
};

/** The events of a plan with their details, oldest first. */
export const planEvents = (code: string) =>
  sql<{ name: string; accountId: string; detail: Record<string, unknown> }>(
    `SELECT name, "accountId", detail FROM "Event" WHERE detail ->> 'planCode' = $1 ORDER BY id`,
    [code],
  );

export type StoredPeriod = {
  quarter: string;
  dueOn: string;
  opensAt: Date;
  closesAt: Date;
  provisional: boolean;
  skippedFor: string;
  closedAt: Date | null;
};

export const periodsOf = (code: string) =>
  sql<StoredPeriod>(
    `SELECT p.quarter, p."dueOn"::text AS "dueOn", p."opensAt", p."closesAt", p.provisional, p."skippedFor", p."closedAt"
     FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1 ORDER BY p.quarter`,
    [code],
  );

/** The events on the reports of a plan by name, with their numbers. */
export async function pendingOn(code: string): Promise<Record<string, number>> {
  const rows = await sql<{ name: string; count: number }>(
    `SELECT v.name, count(*)::int AS count FROM "Event" v JOIN "UntoldEvent" u ON u."eventId" = v.id
       JOIN "Report" r ON r.id = v."reportId" JOIN "ReportingPeriod" p ON p.id = r."periodId"
       JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1 GROUP BY 1`,
    [code],
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
