import { beforeAll, describe, expect, test } from 'vitest';
import { type Counted, type CountingFilter, countByAgency, countByQuarter } from '@/lib/counting/data';
import { countLights, listOpenProblems, listReportedTasks } from '@/lib/counting/entry-data';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { type FilingOutcome, filingOutcomeOf, filingOutcomes, onTimeRate } from '@/lib/domain/filing-rate';
import { quarter } from '@/lib/domain/quarter';
import { listReports } from '@/lib/reviews/data';
import type { ReportFilter } from '@/lib/reviews/report-rows';
import { type Fate, liveThrough, type YearAgency } from './support/filing-year';
import { sql } from './support/sql';

const now = new Date('2021-01-20T01:00:00Z');
const page = { number: 1, size: 20 };

const periods = [
  { quarter: '2020Q1', opensAt: '2020-03-01T00:00:00Z', dueOn: '2020-04-03' },
  { quarter: '2020Q2', opensAt: '2020-06-01T00:00:00Z', dueOn: '2020-07-03' },
  { quarter: '2020Q3', opensAt: '2020-09-01T00:00:00Z', dueOn: '2020-10-12' },
  { quarter: '2020Q4', opensAt: '2020-12-01T00:00:00Z', dueOn: '2021-01-06', provisional: true },
  { quarter: '2021Q1', opensAt: '2021-03-01T00:00:00Z', dueOn: '2021-04-06' },
];

const T: Fate = 'on time';
const R: Fate = 'returned, filed again after the deadline';
const W: Fate = 'on time, then withdrawn';
const E: Fate = 'extended';
const L: Fate = 'late';
const M: Fate = 'not filed';
const X: Fate = 'not filed within its extension';
const S: Fate = 'still within its extension';

const agencies: YearAgency[] = [
  { name: '甲局', fates: [T, T, T, T], entry: { light: 'normal', noProblems: true, problems: '' } },
  { name: '乙局', fates: [R, T, E, M], entry: { light: 'attention', problems: '人手不足' } },
  { name: '丙局', fates: [L, M, T, M], entry: { light: 'blocked', problems: '经费只到位30%' } },
  { name: '丁局', fates: [M, M, L, M], entry: { light: 'attention', problems: '经费未到位' } },
  { name: '戊局', fates: [E, R, W, T], entry: { light: 'completed', problems: '验收延后' } },
  { name: '己局', fates: [T, X, S, M], entry: { light: 'normal', problems: '数据口径不一' } },
];

type Line = [
  name: string,
  onTime: number,
  extended: number,
  late: number,
  missing: number,
  pending: number,
  returned: number,
  rate: number | null,
];

// Reckoned by hand from the letters above: the year is over, its fourth quarter provisional, the next one not begun.
const byQuarter: Line[] = [
  ['2020Q1', 3, 1, 1, 1, 0, 1, 500],
  ['2020Q2', 3, 0, 0, 3, 0, 1, 500],
  ['2020Q3', 3, 1, 1, 0, 1, 0, 600],
  ['2020Q4', 2, 0, 0, 0, 4, 0, 1000],
];
const byAgency: Line[] = [
  ['丁局', 0, 0, 1, 2, 1, 0, 0],
  ['丙局', 1, 0, 1, 1, 1, 0, 333],
  ['己局', 1, 0, 0, 1, 2, 0, 500],
  ['甲局', 4, 0, 0, 0, 0, 0, 1000],
  ['乙局', 2, 1, 0, 0, 1, 1, 666],
  ['戊局', 3, 1, 0, 0, 0, 1, 750],
];
const ofYear: Line = ['2020', 11, 2, 2, 4, 5, 2, 578];

let planCode: string;

const somebody = (changes: Partial<Actor>) =>
  scopeOf({ accountId: '', displayName: '', roles: ['leader'], agencyId: null, ...changes }) as ReportScope;
const division = somebody({});

const filterOf = (changes: Partial<CountingFilter> = {}): CountingFilter => ({
  planCode,
  quarter: null,
  search: '',
  now,
  ...changes,
});

function lineOf(name: string, counted: Counted): Line {
  const { on_time, extended, late, missing, pending, returned } = counted;
  return [name, on_time, extended, late, missing, pending, returned, onTimeRate(counted)];
}

const quartersOf = async (scope = division) =>
  (await countByQuarter(scope, now)).filter((row) => row.planCode === planCode);

const agenciesOf = async (changes: Partial<CountingFilter> = {}, at = page) => {
  const { agencies: rows, total } = await countByAgency(division, filterOf(changes), at);
  return { total, lines: rows.map((row) => lineOf(row.name.slice(planCode.length), row)) };
};

beforeAll(async () => {
  planCode = await liveThrough(periods, agencies);
}, 60_000);

describe('the rates of a year equal the table that was reckoned by hand', () => {
  test('by quarter: a return or a withdrawal after a filing on time makes nobody late', async () => {
    expect((await quartersOf()).map((row) => lineOf(row.quarter, row))).toEqual(byQuarter);
  });

  test('by agency, most missing first', async () => {
    expect(await agenciesOf()).toEqual({ total: 6, lines: byAgency });
  });

  test('by agency within the year, which is the sum of its quarters', async () => {
    expect(await agenciesOf({ year: 2020 })).toEqual({ total: 6, lines: byAgency });
    expect(await agenciesOf({ year: 2021 })).toEqual({ total: 0, lines: [] });
    const sums = (lines: Line[]) =>
      [1, 2, 3, 4, 5, 6].map((at) => lines.reduce((sum, line) => sum + Number(line[at]), 0));
    expect(sums(byQuarter)).toEqual(ofYear.slice(1, 7));
    expect(sums(byAgency)).toEqual(ofYear.slice(1, 7));
    const [, on_time, extended, late, missing, pending, , rate] = ofYear;
    expect(onTimeRate({ on_time, extended, late, missing, pending })).toBe(rate);
  });

  test('by agency within one quarter', async () => {
    expect(await agenciesOf({ quarter: quarter('2020Q3') })).toEqual({
      total: 6,
      lines: [
        ['丁局', 0, 0, 1, 0, 0, 0, 0],
        ['甲局', 1, 0, 0, 0, 0, 0, 1000],
        ['乙局', 0, 1, 0, 0, 0, 0, 0],
        ['丙局', 1, 0, 0, 0, 0, 0, 1000],
        ['戊局', 1, 0, 0, 0, 0, 0, 1000],
        ['己局', 0, 0, 0, 0, 1, 0, null],
      ],
    });
  });

  test('page by page, with the count of all, also beyond the last page', async () => {
    const lines: Line[] = [];
    for (const number of [1, 2]) {
      const found = await agenciesOf({}, { number, size: 4 });
      expect(found.total).toBe(6);
      lines.push(...found.lines);
    }
    expect(lines).toEqual(byAgency);
    expect(await agenciesOf({}, { number: 3, size: 4 })).toEqual({ total: 6, lines: [] });
  });

  test('of the agencies whose name holds what is searched, signs of a pattern being none', async () => {
    expect((await agenciesOf({ search: '丁' })).lines).toEqual(byAgency.slice(0, 1));
    expect((await agenciesOf({ search: '%' })).total).toBe(0);
  });

  test('of one agency where that is all that may be read', async () => {
    const [row] = await sql<{ id: string }>('SELECT id FROM "Agency" WHERE code = $1', [`${planCode}-4`]);
    const own = somebody({ roles: ['reporter'], agencyId: row?.id ?? '' });
    expect((await countByAgency(own, filterOf(), page)).agencies.map((each) => lineOf('丁局', each))).toEqual(
      byAgency.slice(0, 1),
    );
  });
});

describe('every number has a list of as many reports', () => {
  const lengthOf = async (changes: Partial<ReportFilter>) =>
    (await listReports(division, { ...filterOf(), status: null, ...changes }, page)).total;

  async function lineOfLists(name: string, changes: Partial<ReportFilter>): Promise<(string | number)[]> {
    const lengths: number[] = [];
    for (const timeliness of filingOutcomes as readonly FilingOutcome[]) {
      lengths.push(await lengthOf({ ...changes, timeliness }));
    }
    return [name, ...lengths, await lengthOf({ ...changes, returned: true })];
  }

  test.each(byQuarter.map((line) => [line[0], line] as const))('of %s', async (name, line) => {
    expect(await lineOfLists(name, { quarter: quarter(name) })).toEqual(line.slice(0, 7));
  });

  test.each(byAgency.map((line) => [line[0], line] as const))('of %s', async (name, line) => {
    const place = agencies.findIndex((agency) => agency.name === name) + 1;
    expect(await lineOfLists(name, { agencyCode: `${planCode}-${place}` })).toEqual(line.slice(0, 7));
  });

  test('and the database sorts them as the law does', async () => {
    for (const timeliness of filingOutcomes) {
      const { rows } = await listReports(
        division,
        { ...filterOf(), status: null, timeliness },
        { number: 1, size: 50 },
      );
      expect(new Set(rows.map((row) => filingOutcomeOf(row, now)))).toEqual(new Set([timeliness]));
    }
  });

  test('of the year', async () => {
    expect(await lineOfLists('2020', { year: 2020 })).toEqual(ofYear.slice(0, 7));
    expect(await lengthOf({ year: 2020 })).toBe(24);
    expect(await lengthOf({ year: 2021 })).toBe(0);
  });
});

describe('the tasks that lie with the division', () => {
  test('are counted by quarter and progress light; what is withdrawn or never came is not', async () => {
    expect(await countLights(division, filterOf())).toEqual([
      { quarter: '2020Q1', normal: 2, attention: 1, blocked: 1, completed: 1, problems: 4 },
      { quarter: '2020Q2', normal: 1, attention: 1, blocked: 0, completed: 1, problems: 2 },
      { quarter: '2020Q3', normal: 1, attention: 2, blocked: 1, completed: 0, problems: 3 },
      { quarter: '2020Q4', normal: 1, attention: 0, blocked: 0, completed: 1, problems: 1 },
    ]);
  });

  test('stand in lists as long as they are counted', async () => {
    const first = filterOf({ quarter: quarter('2020Q1') });
    const lengths = { normal: 2, attention: 1, blocked: 1, completed: 1 } as const;
    for (const light of ['normal', 'attention', 'blocked', 'completed'] as const) {
      const { tasks, total } = await listReportedTasks(division, { ...first, light }, page);
      expect([total, tasks.length]).toEqual([lengths[light], lengths[light]]);
      expect(tasks.every((task) => task.light === light)).toBe(true);
    }
    expect((await listReportedTasks(division, { ...first, light: null }, page)).total).toBe(5);
  });

  test('name their problems, the newest quarter first; a confirmed 无存在问题 is none', async () => {
    const { tasks, total } = await listOpenProblems(division, filterOf(), page);
    expect(total).toBe(10);
    expect(tasks.map((task) => `${task.quarter} ${task.problems}`)).toEqual([
      '2020Q4 验收延后',
      '2020Q3 人手不足',
      '2020Q3 经费只到位30%',
      '2020Q3 经费未到位',
      '2020Q2 人手不足',
      '2020Q2 验收延后',
      '2020Q1 人手不足',
      '2020Q1 经费只到位30%',
      '2020Q1 验收延后',
      '2020Q1 数据口径不一',
    ]);
  });

  test.each([
    ['经费', 3],
    ['30%', 2],
    ['%', 2],
    ['戊局', 3],
    ['任务6', 1],
    ['没有这个词', 0],
  ])('are searched for “%s” in problem, task and agency: %i', async (search, count) => {
    expect((await listOpenProblems(division, filterOf({ search }), page)).total).toBe(count);
  });

  test('come page by page, with the count of all also beyond the last page', async () => {
    const second = await listOpenProblems(division, filterOf(), { number: 2, size: 7 });
    expect([second.total, second.tasks.length]).toEqual([10, 3]);
    const third = await listOpenProblems(division, filterOf(), { number: 3, size: 7 });
    expect([third.total, third.tasks.length]).toEqual([10, 0]);
  });

  test('are those of one agency where that is all that may be read', async () => {
    const [row] = await sql<{ id: string }>('SELECT id FROM "Agency" WHERE code = $1', [`${planCode}-3`]);
    const own = somebody({ roles: ['reporter'], agencyId: row?.id ?? '' });
    expect((await listOpenProblems(own, filterOf(), page)).tasks.map(({ problems }) => problems)).toEqual([
      '经费只到位30%',
      '经费只到位30%',
    ]);
  });
});
