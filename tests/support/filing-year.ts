import { randomUUID } from 'node:crypto';
import { type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';
import type { EntryContent } from '@/lib/domain/report/entry';
import { grantExtension } from '@/lib/extensions/mutations';
import { fileReport, withdrawReport } from '@/lib/filing/mutations';
import { returnReport } from '@/lib/review/mutations';
import { makeAccount } from './accounts';
import { setDemonstrationClock } from './clock';
import { withOffice } from './office';
import { completeEntry } from './report-states';
import { makeAgency } from './reports';
import { sql } from './sql';
import { makeTask } from './tasks';
import { by, granted, storedReport } from './writing';

/** The history of one report in a period: a letter in a table of agencies by periods. */
export type Fate = keyof typeof fates;

export type YearPeriod = { code: string; opensAt: string; dueOn: string; provisional?: boolean };

const day = 86_400_000;

const closingOf = (dueOn: string) => new Date(`${dueOn}T16:00:00Z`);

type Outcome = { id: string; agencyId: string; taskId: string; dueOn: string };

async function at<Value>(report: Outcome, instant: Date, step: (version: number, now: Date) => Promise<Value>) {
  await setDemonstrationClock(instant);
  return step((await storedReport(report.id)).version, instant);
}

const before = ({ dueOn }: Outcome) => new Date(closingOf(dueOn).getTime() - day);
const after = ({ dueOn }: Outcome) => new Date(closingOf(dueOn).getTime() + day);

async function file(report: Outcome, instant: Date): Promise<void> {
  const reporter = await makeAccount('reporter', report.agencyId);
  granted(await at(report, instant, (version, now) => fileReport(report.id, by(reporter, version, now))));
}

async function grant(report: Outcome, instant: Date, grantedOn: CivilDate): Promise<void> {
  const coordinator = await makeAccount('coordinator');
  const given = { reason: '系统故障', grantedOn };
  granted(await at(report, instant, (version, now) => grantExtension(report.id, given, by(coordinator, version, now))));
}

/** The first weekday that lies more than a week after the last day of the period. */
function weekAfter({ dueOn }: Outcome): CivilDate {
  const days = [8, 9, 10].map((count) => new Date(Date.parse(dueOn) + count * day));
  const weekday = days.find((date) => date.getUTCDay() % 6 !== 0) ?? new Date(Number.NaN);
  return civilDate(weekday.toISOString().slice(0, 10));
}

/** The commands that lead to each history. */
const fates = {
  'on time': (report: Outcome) => file(report, before(report)),
  'returned, filed again after the deadline': async (report: Outcome) => {
    await file(report, before(report));
    const reviewer = await makeAccount('reviewer');
    const reasons = [{ taskId: report.taskId, section: null, text: '请补充' }];
    const decision = { reasons, returnDueOn: weekAfter(report) };
    granted(
      await at(report, after(report), (version, now) => returnReport(report.id, decision, by(reviewer, version, now))),
    );
    await file(report, new Date(after(report).getTime() + day));
  },
  'on time, then withdrawn': async (report: Outcome) => {
    await file(report, before(report));
    const reporter = await makeAccount('reporter', report.agencyId);
    granted(await at(report, before(report), (version, now) => withdrawReport(report.id, by(reporter, version, now))));
  },
  extended: async (report: Outcome) => {
    await grant(report, before(report), weekAfter(report));
    await file(report, after(report));
  },
  late: async (report: Outcome) => {
    await grant(report, after(report), weekAfter(report));
    await file(report, new Date(after(report).getTime() + day));
  },
  'not filed': async () => undefined,
  'not filed within its extension': (report: Outcome) => grant(report, before(report), weekAfter(report)),
  'still within its extension': (report: Outcome) => grant(report, before(report), civilDate('2021-02-01')),
};

async function makeDraft(periodId: string, agencyId: string, taskId: string, entry: EntryContent): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, "updatedAt") VALUES ($1, $2, $3, 'draft', now())`,
    [id, periodId, agencyId],
  );
  await sql('INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt") VALUES ($1, $2, $3, $4, now())', [
    randomUUID(),
    id,
    taskId,
    entry,
  ]);
  return id;
}

export type YearAgency = { name: string; entry: Partial<EntryContent>; fates: readonly Fate[] };

/** Stores a plan whose agencies have one task each, and gives their reports the histories of the table by commands. */
export async function liveThrough(periods: readonly YearPeriod[], agencies: readonly YearAgency[]) {
  const planId = randomUUID();
  const planCode = `Y${planId.slice(0, 8)}`;
  await sql(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn")
     VALUES ($1, $2, '试验计划', '试验局', '2020-01-02', '试验处', '试验', $3,
       'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31')`,
    [planId, planCode, { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' }],
  );
  const people: { agencyId: string; taskId: string; agency: YearAgency }[] = [];
  for (const [index, agency] of agencies.entries()) {
    const agencyId = await makeAgency();
    const code = `${planCode}-${index + 1}`;
    const renamed = [agencyId, code, `${planCode}${agency.name}`, index + 1];
    await sql('UPDATE "Agency" SET code = $2, name = $3, position = $4 WHERE id = $1', renamed);
    const position = index + 1;
    const taskId = await makeTask({ planId, planCode, agencyId, position, text: `任务${position}` });
    people.push({ agencyId, taskId, agency });
  }
  for (const [index, { code: periodCode, opensAt, dueOn, provisional = false }] of periods.entries()) {
    const periodId = randomUUID();
    await sql(
      `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '[]')`,
      [periodId, planId, periodCode, opensAt, dueOn, closingOf(dueOn), provisional],
    );
    for (const { agencyId, taskId, agency } of people) {
      const id = await makeDraft(periodId, agencyId, taskId, { ...completeEntry, ...agency.entry });
      const fate = agency.fates[index];
      if (fate) await fates[fate]({ id, agencyId, taskId, dueOn });
    }
  }
  return planCode;
}
