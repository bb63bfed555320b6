import { beforeAll, describe, expect, test } from 'vitest';
import { getCalendar } from '@/lib/calendar/data';
import { importCalendar } from '@/lib/calendar/mutations';
import { civilDate, startOfDay, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { deadlineOf, noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { opensOn } from '@/lib/domain/deadline/opening';
import { type NewPlan, setUpPlan } from '@/lib/plans/mutations';
import { quartersOf } from '../support/quarters';
import { type Row, sql } from '../support/sql';
import { calendar } from '../support/writing';

const plan: NewPlan = {
  code: 'T2020',
  year: 2020,
  title: '试验计划',
  issuer: '试验局',
  issuedOn: civilDate('2020-03-26'),
  contactOffice: '试验处',
  contactPhone: '',
  noticeText: '试验',
  deadlineRule: noticeDeadlineRule,
  agencies: [
    { name: '甲局', tasks: ['任务一', '任务二'] },
    { name: '乙局', tasks: ['任务三'] },
    { name: '丙局', tasks: ['任务四', '任务五', '任务六'] },
  ],
};

const tables = ['Plan', 'Agency', 'Task', 'ReportingPeriod', 'Report', 'Event', 'CalendarDay', 'CalendarYear'];
const everything = () => Promise.all(tables.map((table) => sql(`SELECT * FROM "${table}" t ORDER BY t::text`)));

const periods = (code: string) =>
  sql<Row & { dueOn: string; closesAt: Date }>(
    `SELECT quarter, p."dueOn"::text, "closesAt", "opensAt", provisional, reasons
     FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1 ORDER BY quarter`,
    [code],
  );

describe('setting up a plan', () => {
  beforeAll(async () => {
    expect(await setUpPlan(plan, calendar)).toEqual({ isNew: true });
  });

  test('a plan has its agencies and tasks in the order of the annex', async () => {
    const tasks = await sql(
      `SELECT t.code, t.position, t.text, a.code AS agency, a.name FROM "Task" t JOIN "TaskLead" d ON d."taskId" = t.id
         JOIN "Agency" a ON a.id = d."agencyId" ORDER BY 2`,
    );
    expect(tasks.map(({ code, text, agency, name }) => [code, text, agency, name])).toEqual([
      ['T2020-01', '任务一', '01', '甲局'],
      ['T2020-02', '任务二', '01', '甲局'],
      ['T2020-03', '任务三', '02', '乙局'],
      ['T2020-04', '任务四', '03', '丙局'],
      ['T2020-05', '任务五', '03', '丙局'],
      ['T2020-06', '任务六', '03', '丙局'],
    ]);
  });

  test('a plan has a period for each quarter, with the deadline and the reasons of the calendar', async () => {
    const expected = quartersOf(2020).map((periodCode) => {
      const { dueOn, closesAt, provisional, reasons } = deadlineOf(periodCode, noticeDeadlineRule, calendar);
      const opensAt = startOfDay(opensOn(periodCode, plan.issuedOn));
      return { quarter: periodCode, dueOn, closesAt, opensAt, provisional, reasons };
    });
    expect(await periods('T2020')).toEqual(expected);
  });

  test('the fourth quarter of a plan is provisional while the calendar of the next year is not confirmed', async () => {
    expect((await periods('T2020')).map(({ provisional }) => provisional)).toEqual([false, false, false, true]);
  });

  test('a plan has one report for each agency and period, not started', async () => {
    const reports = await sql(
      `SELECT status, version, "filedVersions", timeliness, count(*)::int AS count FROM "Report" GROUP BY 1, 2, 3, 4`,
    );
    expect(reports).toEqual([{ status: 'not_started', version: 0, filedVersions: 0, timeliness: null, count: 12 }]);
  });

  test('setting up a plan again changes nothing, even with another title', async () => {
    const before = await everything();
    expect(await setUpPlan({ ...plan, title: '另一个标题' }, calendar)).toEqual({ isNew: false });
    expect(await everything()).toEqual(before);
  });

  test('a next plan shares the agencies of the first, and adds its own after them', async () => {
    const agencies = [
      { name: '乙局', tasks: ['新任务'] },
      { name: '丁局', tasks: ['新任务'] },
    ];
    await setUpPlan({ ...plan, code: 'T2021', year: 2021, agencies }, calendar);
    const codes = await sql('SELECT name, code FROM "Agency" ORDER BY position');
    expect(codes.map(({ name, code }) => `${code} ${name}`)).toEqual(['01 甲局', '02 乙局', '03 丙局', '04 丁局']);
  });
});

test('a plan that is set up twice at once is stored once', async () => {
  const both = { ...plan, code: 'T2022', year: 2022 };
  const results = await Promise.all([setUpPlan(both, calendar), setUpPlan(both, calendar)]);
  expect(results.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
  expect(await periods('T2022')).toHaveLength(4);
});

test('a plan that cannot be stored whole is not stored at all', async () => {
  const before = await everything();
  const tooLong = { ...plan, code: 'T2023', agencies: [{ name: '戊局', tasks: ['任务', '字'.repeat(4001)] }] };
  await expect(setUpPlan(tooLong, calendar)).rejects.toThrow();
  expect(await everything()).toEqual(before);
});

describe('importing the calendar', () => {
  const days = [{ date: civilDate('2020-10-01'), kind: 'statutory_holiday' as const, name: '国庆节', source: '国办' }];
  const years = [
    { year: 2020, confirmed: true, source: '国办' },
    { year: 2021, confirmed: false, source: '条例' },
  ];

  test('the calendar is read as it was imported', async () => {
    await importCalendar({ days, years });
    const { days: stored, confirmedYears } = await getCalendar();
    expect(stored.get(civilDate('2020-10-01'))).toEqual({
      date: '2020-10-01',
      kind: 'statutory_holiday',
      name: '国庆节',
    });
    expect([...confirmedYears]).toEqual([2020]);
  });

  test('importing the calendar again keeps what people changed and records nothing', async () => {
    await sql(`UPDATE "CalendarDay" SET name = '更正' WHERE date = $1`, [storedDateOf(civilDate('2020-10-01'))]);
    await sql(`UPDATE "CalendarYear" SET origin = 'people' WHERE year = 2020`);
    const before = await everything();
    await importCalendar({ days, years });
    expect(await everything()).toEqual(before);
  });

  test('a changed calendar does not move a stored deadline', async () => {
    const before = await periods('T2020');
    const date = civilDate('2020-04-03');
    await sql(`UPDATE "CalendarYear" SET origin = 'library' WHERE year = 2020`);
    await importCalendar({ days: [{ date, kind: 'statutory_holiday', name: '新假日', source: '国办' }], years });
    await setUpPlan(plan, await getCalendar());
    expect(await periods('T2020')).toEqual(before);
    expect(await sql('SELECT date::text, name FROM "CalendarDay"')).toEqual([{ date: '2020-04-03', name: '新假日' }]);
  });
});
