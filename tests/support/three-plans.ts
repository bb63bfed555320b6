import { notifyOfDates } from '@/lib/chasing/job';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { fileReport, saveReport, startReport } from '@/lib/filing/mutations';
import { makeAccount } from './accounts';
import { setDemonstrationClock } from './clock';
import { storePlanOfRhythm } from './plan-of-rhythm';
import { completeEntry } from './report-states';
import { makeAgency } from './reports';
import { one, sql } from './sql';
import { by, granted, storedReport, typed } from './writing';

/** An instant as clocks in China show it. */
export const at = (localTime: string) => new Date(`${localTime.replace(' ', 'T')}:00+08:00`);

export type Cast = { ids: Record<'甲' | '乙' | '丙', string>; reporters: Record<string, Actor>; approver: Actor };

/** Stores a plan by months of three agencies, one by quarters of two and one by half years of one, for 2026. */
export async function storeThreePlans(calendar: WorkingDayCalendar): Promise<Cast> {
  const names = ['甲', '乙', '丙'] as const;
  const ids = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await makeAgency()])),
  ) as Cast['ids'];
  for (const name of names) await sql('UPDATE "Agency" SET name = $2 WHERE id = $1', [ids[name], `${name}局`]);
  const issuedOn = civilDate('2026-01-05');
  const { 甲, 乙, 丙 } = ids;
  const monthly = { dayOfMonth: 10, month: 'after', onDayOff: 'after', inclusive: true, cutoff: '17:00' } as const;
  const quarterly = { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' };
  const halfYearly = { workingDaysBeforeEnd: 5, inclusive: true, cutoff: '24:00' };
  const plans = [
    { code: 'M', title: '月度计划', rhythm: 'monthly', rule: monthly, issuedOn, agencyIds: [甲, 乙, 丙] },
    { code: 'Q', title: '季度计划', rhythm: 'quarterly', rule: quarterly, issuedOn, agencyIds: [甲, 乙] },
    { code: 'H', title: '半年计划', rhythm: 'half_yearly', rule: halfYearly, issuedOn, agencyIds: [甲] },
  ] as const;
  for (const plan of plans) await storePlanOfRhythm(plan, calendar);
  const reporters = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await makeAccount('reporter', ids[name])])),
  );
  return { ids, reporters, approver: await makeAccount('approver', 甲) };
}

/** Gives the report of an agency in a period of a plan. */
export async function reportOf(agencyId: string, plan: string, period: string): Promise<string> {
  const { id } = await one<{ id: string }>(
    `SELECT r.id FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
     WHERE r."agencyId" = $1 AND l.code = $2 AND p.quarter = $3`,
    [agencyId, plan, period],
  );
  return id;
}

/** Starts a report and fills it in. */
export async function fillIn(reportId: string, reporter: Actor, now: Date): Promise<void> {
  granted(await startReport(reportId, by(reporter, (await storedReport(reportId)).version, now)));
  const tasks = await sql<{ taskId: string }>('SELECT "taskId" FROM "Entry" WHERE "reportId" = $1', [reportId]);
  const changes = typed(
    tasks.map(({ taskId }) => taskId),
    () => completeEntry,
  );
  granted(await saveReport(reportId, changes, by(reporter, (await storedReport(reportId)).version, now)));
}

/** Files a report that was filled in. */
export async function file(reportId: string, reporter: Actor, now: Date) {
  const { version, contentVersion } = await one<{ version: number; contentVersion: number }>(
    'SELECT version, "contentVersion" FROM "Report" WHERE id = $1',
    [reportId],
  );
  return fileReport(reportId, by(reporter, version, now, contentVersion));
}

type Days = Readonly<Record<string, (now: Date) => Promise<unknown>>>;

/** Lets the portal's clock go from day to day: its jobs run a minute after nine, at noon happens what stands in the lists. */
export async function goThrough(first: string, last: string, noons: Days): Promise<void> {
  for (let day = at(`${first} 09:01`); day <= at(`${last} 09:01`); day = new Date(day.getTime() + 86_400_000)) {
    await setDemonstrationClock(day);
    await notifyOfDates();
    const noon = new Date(day.getTime() + 179 * 60_000);
    const happening = noons[noon.toISOString().slice(0, 10)];
    if (!happening) continue;
    await setDemonstrationClock(noon);
    await happening(noon);
  }
}
