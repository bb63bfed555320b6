import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { getCalendar } from '@/lib/calendar/data';
import { importCalendar } from '@/lib/calendar/mutations';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { filingLight } from '@/lib/domain/report/filing-light';
import { coverageOf } from '@/lib/domain/review/documents';
import { readCalendar } from '@/lib/imports/calendar';
import { listReports } from '@/lib/review/data';
import { countByPeriod } from '@/lib/statistics/data';
import { coverageWords } from '@/lib/text/coverage-words';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { agenciesOf, daysOfSeveral, foreseen, missing, plans, provisionalPeriods } from '../support/deadlines-2026';
import { written } from '../support/documents';
import { sql } from '../support/sql';
import { at, type Cast, file, fillIn, goThrough, reportOf, storeThreePlans } from '../support/three-plans';
import { t } from '../support/translator';
import { codeOf, granted } from '../support/writing';

let cast: Cast;
let division: ReportScope & { kind: 'all' };
const lights: Record<string, string[]> = {};
let refusedAt17 = '';

/** The lights of the begun periods of a plan, as the division sees them. */
async function keepLights(planCode: string, now: Date): Promise<void> {
  const filter = { planCode, periodCode: null, status: null, search: '', now };
  const { rows } = await listReports(division, filter, { number: 1, size: 100 });
  const calendar = await getCalendar();
  lights[`${planCode} ${now.toISOString().slice(0, 10)}`] = rows
    .map((row) => `${row.periodCode} ${row.agencyName} ${filingLight(row, calendar, now)}`)
    .toSorted();
}

async function fileDue(day: string, now: Date): Promise<void> {
  for (const [plan, periods] of Object.entries(plans)) {
    for (const [period] of periods.filter(([, , , , , dueOn]) => dueOn === day)) {
      for (const agency of agenciesOf[plan] ?? []) {
        if (missing.has(`${agency} ${period}`)) continue;
        const id = await reportOf(cast.ids[agency], plan, period);
        const reporter = cast.reporters[agency] as NonNullable<(typeof cast.reporters)[string]>;
        await fillIn(id, reporter, now);
        granted(await file(id, reporter, now));
      }
    }
  }
}

/** 乙 fills in its report of March, and files it at the instant at which the form closes. */
async function fileTooLate(now: Date): Promise<void> {
  const id = await reportOf(cast.ids.乙, 'M', '2026M03');
  const reporter = cast.reporters.乙 as NonNullable<(typeof cast.reporters)[string]>;
  await fillIn(id, reporter, now);
  const closing = at('2026-04-10 17:00');
  await setDemonstrationClock(closing);
  refusedAt17 = codeOf(await file(id, reporter, closing)) ?? 'granted';
}

beforeAll(async () => {
  await importCalendar(readCalendar());
  division = scopeOf(await makeAccount('coordinator')) as typeof division;
  await makeAccount('leader');
  cast = await storeThreePlans(await getCalendar());
  await sql(`UPDATE "Account" SET channels = '{mail}', "mailAddress" = 'jia@example.org' WHERE id = $1`, [
    cast.reporters.甲?.accountId,
  ]);
  const dueDays = [...new Set(Object.values(plans).flatMap((periods) => periods.map(([, , , , , dueOn]) => dueOn)))];
  const noons = Object.fromEntries(dueDays.map((day) => [day, (now: Date) => fileDue(day, now)]));
  await goThrough('2026-01-05', '2027-01-15', {
    ...noons,
    '2026-04-09': (now) => keepLights('M', now),
    '2026-04-10': async (now) => {
      await fileDue('2026-04-10', now);
      await fileTooLate(now);
    },
    '2026-04-11': (now) => keepLights('M', now),
    '2026-06-22': (now) => keepLights('H', now),
  });
  await setDemonstrationClock(at('2027-01-20 09:00'));
}, 240_000);

type Message = {
  day: string;
  role: string;
  agency: string | null;
  plan: string | null;
  period: string | null;
  cause: string;
};

const messages = () =>
  sql<Message>(
    `SELECT to_char(n."createdAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, c.roles[1]::text AS role,
       left(a.name, 1) AS agency, l.code AS plan, p.quarter AS period, n.cause
     FROM "Notification" n JOIN "Account" c ON c.id = n."accountId" LEFT JOIN "Agency" a ON a.id = c."agencyId"
       LEFT JOIN "Report" r ON r.id = n."reportId" LEFT JOIN "ReportingPeriod" p ON p.id = r."periodId"
       LEFT JOIN "Plan" l ON l.id = p."planId"
     WHERE n.kind <> 'digest'`,
  );

const stepOf = (cause: string) => (cause.startsWith('opened/') ? 'opened' : (cause.split('/')[2] ?? ''));

describe('three plans of different rhythms run through a year beside each other', () => {
  test.each(Object.keys(plans))('the periods of plan %s open and end on the days of the list', async (plan) => {
    const rows = await sql<{ code: string; opensOn: string; dueOn: string; provisional: boolean }>(
      `SELECT p.quarter AS code, to_char(p."opensAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "opensOn",
         p."dueOn"::text, p.provisional
       FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1 ORDER BY 1`,
      [plan],
    );
    expect(rows.map(({ code, opensOn, dueOn }) => [code, opensOn, dueOn])).toEqual(
      plans[plan]?.map(([code, opensOn, , , , dueOn]) => [code, opensOn, dueOn]),
    );
    const provisional = rows.filter((row) => row.provisional).map(({ code }) => code);
    expect(provisional).toEqual(provisionalPeriods.filter((code) => code.includes(plan)));
  });

  test.each(['甲', '乙', '丙'] as const)(
    'the reporter of %s is notified exactly on the days of the lists',
    async (agency) => {
      const own = (await messages()).filter((message) => message.agency === agency && message.role === 'reporter');
      const lines = own.map(({ day, cause, plan, period }) => `${day} ${stepOf(cause)} ${plan} ${period}`);
      expect(lines.toSorted()).toEqual(foreseen(agency));
    },
  );

  test('the reporter of all three plans gets one delivery a day, which names everything of that day', async () => {
    const deliveries = await sql<{ day: string; kind: string; body: string }>(
      `SELECT to_char(n."createdAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, n.kind::text, n.body
       FROM "Delivery" d JOIN "Notification" n ON n.id = d."notificationId" ORDER BY n."createdAt"`,
    );
    const days = deliveries.map(({ day }) => day);
    expect(new Set(days).size).toBe(days.length);
    expect([...days]).toEqual([...new Set(foreseen('甲').map((line) => line.slice(0, 10)))]);
    expect(deliveries.filter(({ kind }) => kind === 'digest').map(({ day }) => day)).toEqual(daysOfSeveral);
    expect(deliveries.find(({ day }) => day === '2026-09-28')?.body).toBe(
      [
        '您今天有2件事项等待办理：',
        '1. 【催办】《月度计划》2026年9月报告请最迟于2026年10月10日（周六）报送',
        '2. 【催办】《季度计划》2026年第三季度报告请最迟于2026年10月10日（周六）报送',
      ].join('\n'),
    );
  });

  test('the leader and the readers learn of missing reports on the days of the lists', async () => {
    const all = await messages();
    const daysFor = (role: string) => [
      ...new Set(all.filter((message) => message.role === role).map(({ day }) => day)),
    ];
    expect(daysFor('leader').toSorted()).toEqual(['2026-04-15', '2026-07-08', '2026-11-13', '2026-12-15']);
  });

  test('a report by months closes at 17:00 of its last day', () => {
    expect(refusedAt17).toBe('deadline-passed');
  });

  test('the filing lights are those of each plan', () => {
    const before = ['2026M01', '2026M02'].flatMap((period) =>
      ['甲', '乙', '丙'].map((agency) => `${period} ${agency}局 green`),
    );
    const march = (...colours: string[]) => colours.map((colour, index) => `2026M03 ${'甲乙丙'[index]}局 ${colour}`);
    const april = ['甲', '乙', '丙'].map((agency) => `2026M04 ${agency}局 grey`);
    expect(lights['M 2026-04-09']).toEqual([...before, ...march('yellow', 'yellow', 'yellow'), ...april].toSorted());
    expect(lights['M 2026-04-11']).toEqual([...before, ...march('green', 'red', 'green'), ...april].toSorted());
    expect(lights['H 2026-06-22']).toEqual(['2026H1 甲局 yellow']);
  });

  test('the counts of each plan are its own', async () => {
    const counts = await countByPeriod(division, at('2027-01-20 09:00'));
    const lines = counts.map(
      (row) =>
        `${row.planCode} ${row.periodCode}: ${row.on_time} in time, ${row.missing} missing, ${row.pending} pending, ${row.early} early`,
    );
    const expected = Object.entries(plans).flatMap(([plan, periods]) =>
      periods.map(([period]) => {
        const due = agenciesOf[plan] ?? [];
        const absent = due.filter((agency) => missing.has(`${agency} ${period}`)).length;
        const isOpen = provisionalPeriods.includes(period);
        const [inTime, gone, pending] = [due.length - absent, isOpen ? 0 : absent, isOpen ? absent : 0];
        return `${plan} ${period}: ${inTime} in time, ${gone} missing, ${pending} pending, ${isOpen ? inTime : 0} early`;
      }),
    );
    expect(lines.toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    ['M', 'circular', '2026-07-01 09:00', '2026年前五个月'],
    ['M', 'ledger', '2026-07-01 09:00', '2026年前七个月'],
    ['Q', 'circular', '2026-07-01 09:00', '2026年第一季度'],
    ['Q', 'ledger', '2026-07-01 09:00', '2026年上半年'],
    ['H', 'circular', '2026-07-01 09:00', '2026年上半年'],
    ['M', 'circular', '2026-07-10 17:00', '2026年上半年'],
    ['M', 'circular', '2027-01-20 09:00', '2026年前十一个月'],
    ['M', 'ledger', '2027-01-20 09:00', '2026年各月'],
    ['Q', 'circular', '2027-01-20 09:00', '2026年前三季度'],
    ['Q', 'ledger', '2027-01-20 09:00', '2026年各季度'],
    ['H', 'ledger', '2027-01-20 09:00', '2026年度'],
  ] as const)('a document of the year of plan %s, a %s at %s, covers %s', async (plan, kind, time, words) => {
    const periods = await sql<{ code: PeriodCode; opensAt: Date; closesAt: Date; provisional: boolean }>(
      `SELECT p.quarter AS code, p."opensAt", p."closesAt", p.provisional
       FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1 ORDER BY 1`,
      [plan],
    );
    const asked = { kind, periodCode: null, year: 2026 } as const;
    expect(coverageWords(t, coverageOf(asked, periods, at(time)))).toBe(words);
  });

  test('the circular of a year by months speaks of months, and has the numbers of that plan alone', async () => {
    const { bytes } = await written('circular', 'M', { periodCode: null, year: 2026 }, at('2027-01-20 09:00'));
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).toContain(
      '要求，各牵头单位应按月报送重点任务进展情况。2026年前十一个月的报送截止日期分别为2月10日、',
    );
    expect(value).toContain('应报送33份，按时报送30份，未报送3份。按时报送率为90.9%。');
    expect(value).toContain('各月均按时报送的单位（1家）');
    expect(value).not.toContain('季度报');
  });
});
