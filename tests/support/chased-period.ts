import { civilDate } from '@/lib/domain/calendar/civil-date';
import { grantExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { returnReport } from '@/lib/review/mutations';
import { makeAccount } from './accounts';
import { setDemonstrationClock } from './clock';
import { type MadeReport, makeReport } from './reports';
import { one, sql } from './sql';
import { by, granted, storedReport } from './writing';

/** 1 to 8 October 2020 were off, Sunday 27 September and Saturday 10 October were worked. */
export async function storeAutumn(): Promise<void> {
  const off = Array.from({ length: 8 }, (_, index) => [`2020-10-0${index + 1}`, 'statutory_holiday']);
  for (const day of [...off, ['2020-09-27', 'makeup_workday'], ['2020-10-10', 'makeup_workday']]) {
    await sql(`INSERT INTO "CalendarDay" (date, kind, name, source) VALUES ($1, $2, '国庆节', '测试')`, day);
  }
  await sql(`INSERT INTO "CalendarYear" (year, confirmed, source) VALUES (2020, true, '测试')`);
}

export type Chased = MadeReport & { name: string };

/** The reports of the third quarter of 2020 of some agencies, each with a reporter and an approver; due on 12 October. */
export async function makePeriod(names: readonly string[]): Promise<Chased[]> {
  const reports: Chased[] = [];
  for (const name of names) {
    const period = { opensAt: at('2020-09-01 00:00'), dueOn: '2020-10-12', closesAt: at('2020-10-13 00:00') };
    const report = await makeReport({ status: 'draft', tasks: 1, ...period });
    await sql('UPDATE "Agency" SET name = $2 WHERE id = $1', [report.agencyId, name]);
    await sql(`UPDATE "ReportingPeriod" SET quarter = '2020Q3' WHERE id = $1`, [report.periodId]);
    const { periodId } = reports[0] ?? report;
    await sql('UPDATE "Report" SET "periodId" = $2 WHERE id = $1', [report.id, periodId]);
    await sql(
      `UPDATE "Task" SET position = $3, "planId" = (SELECT "planId" FROM "ReportingPeriod" WHERE id = $2) WHERE id = $1`,
      [report.taskIds[0], periodId, reports.length + 1],
    );
    await makeAccount('reporter', report.agencyId);
    await makeAccount('approver', report.agencyId);
    reports.push({ ...report, name });
  }
  return reports;
}

/** An instant as clocks in China show it. */
function at(localTime: string): Date {
  return new Date(`${localTime.replace(' ', 'T')}:00+08:00`);
}

type Step = (report: Chased, now: Date) => Promise<void>;

async function officer(role: 'reporter' | 'reviewer' | 'coordinator', agencyId: string | null = null) {
  if (role !== 'reporter') return makeAccount(role);
  const row = await one<{ id: string }>(`SELECT id FROM "Account" WHERE "agencyId" = $1 AND 'reporter' = ANY(roles)`, [
    agencyId,
  ]);
  return { accountId: row.id, userName: 'reporter', displayName: '填报人', roles: [role], offices: [], agencyId };
}

export const file: Step = async (report, now) => {
  const reporter = await officer('reporter', report.agencyId);
  granted(await fileReport(report.id, by(reporter, (await storedReport(report.id)).version, now)));
};

export const extendTo =
  (day: string): Step =>
  async (report, now) => {
    const given = { reason: '系统故障', grantedOn: civilDate(day) };
    const { version } = await storedReport(report.id);
    granted(await grantExtension(report.id, given, by(await officer('coordinator'), version, now)));
  };

export const returnUntil =
  (day: string): Step =>
  async (report, now) => {
    const [taskId = ''] = report.taskIds;
    const decision = { reasons: [{ taskId, section: null, text: '请补充' }], returnDueOn: civilDate(day) };
    const { version } = await storedReport(report.id);
    granted(await returnReport(report.id, decision, by(await officer('reviewer'), version, now)));
  };

/** Moves the portal's clock, which keeps whole seconds, to just after an instant. */
export async function moveTo(localTime: string): Promise<Date> {
  const instant = new Date(at(localTime).getTime() + 1_000);
  await setDemonstrationClock(instant);
  return instant;
}
