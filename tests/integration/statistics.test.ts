import { beforeAll, describe, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import { type FilingOutcome, filingOutcomeOf, filingOutcomes, onTimeRate } from '@/lib/domain/review/filing-rate';
import type { ReportFilter } from '@/lib/reports/rows/data';
import { listReports } from '@/lib/review/data';
import { type Counted, countByAgency, countByPeriod, type StatisticsFilter } from '@/lib/statistics/data';
import {
  agencies,
  division,
  liveThroughYear,
  now,
  officerOf,
  page,
  filterOf as yearFilter,
} from '../support/counted-year';

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

// These lines were calculated by hand from the table of the year's filings.
const byPeriod: Line[] = [
  ['2020Q1', 3, 1, 1, 1, 0, 1, 667],
  ['2020Q2', 3, 0, 0, 3, 0, 1, 500],
  ['2020Q3', 2, 1, 1, 1, 1, 0, 600],
  // Its last day is provisional, so it never closes and has no rate.
  ['2020Q4', 2, 0, 0, 0, 4, 0, null],
];
const byAgency: Line[] = [
  ['丁局', 0, 0, 1, 2, 1, 0, 0],
  ['丙局', 1, 0, 1, 1, 1, 0, 333],
  ['戊局', 2, 1, 0, 1, 0, 1, 667],
  ['己局', 1, 0, 0, 1, 2, 0, 500],
  ['甲局', 4, 0, 0, 0, 0, 0, 1000],
  ['乙局', 2, 1, 0, 0, 1, 1, 1000],
];
const ofYear: Line = ['2020', 10, 2, 2, 5, 5, 2, 588];

let planCode: string;

const filterOf = (changes: Partial<StatisticsFilter> = {}) => yearFilter(planCode, changes);

function lineOf(name: string, counted: Counted): Line {
  const { on_time, extended, late, missing, pending, returned } = counted;
  return [name, on_time, extended, late, missing, pending, returned, onTimeRate(counted)];
}

const periodsOf = async (scope = division) =>
  (await countByPeriod(scope, now)).filter((row) => row.planCode === planCode);

const agenciesOf = async (changes: Partial<StatisticsFilter> = {}, at = page) => {
  const { agencies: rows, total } = await countByAgency(division, filterOf(changes), at);
  return { total, lines: rows.map((row) => lineOf(row.name.slice(planCode.length), row)) };
};

beforeAll(async () => {
  planCode = await liveThroughYear();
}, 60_000);

describe('the rates of a year equal the table calculated by hand', () => {
  test('the rates by period are those calculated by hand: a return makes no report late, and a withdrawn one is not filed', async () => {
    expect((await periodsOf()).map((row) => lineOf(row.periodCode, row))).toEqual(byPeriod);
  });

  test('the rates by agency are those calculated by hand, with the most missing reports first', async () => {
    expect(await agenciesOf()).toEqual({ total: 6, lines: byAgency });
  });

  test('the rates by agency for a year are the sum of its periods', async () => {
    expect(await agenciesOf({ year: 2020 })).toEqual({ total: 6, lines: byAgency });
    expect(await agenciesOf({ year: 2021 })).toEqual({ total: 0, lines: [] });
    const sums = (lines: Line[]) =>
      [1, 2, 3, 4, 5, 6].map((at) => lines.reduce((sum, line) => sum + Number(line[at]), 0));
    expect(sums(byPeriod)).toEqual(ofYear.slice(1, 7));
    expect(sums(byAgency)).toEqual(ofYear.slice(1, 7));
    const [, on_time, extended, late, missing, pending, , rate] = ofYear;
    expect(onTimeRate({ on_time, extended, late, missing, pending, early: 2 })).toBe(rate);
  });

  test('the rates by agency can be limited to one period', async () => {
    expect(await agenciesOf({ periodCode: periodCode('2020Q3') })).toEqual({
      total: 6,
      lines: [
        ['戊局', 0, 0, 0, 1, 0, 0, 0],
        ['丁局', 0, 0, 1, 0, 0, 0, 0],
        ['甲局', 1, 0, 0, 0, 0, 0, 1000],
        ['乙局', 0, 1, 0, 0, 0, 0, 1000],
        ['丙局', 1, 0, 0, 0, 0, 0, 1000],
        ['己局', 0, 0, 0, 0, 1, 0, null],
      ],
    });
  });

  test('the rates by agency come page by page, with the total also beyond the last page', async () => {
    const lines: Line[] = [];
    for (const number of [1, 2]) {
      const found = await agenciesOf({}, { number, size: 4 });
      expect(found.total).toBe(6);
      lines.push(...found.lines);
    }
    expect(lines).toEqual(byAgency);
    expect(await agenciesOf({}, { number: 3, size: 4 })).toEqual({ total: 6, lines: [] });
  });

  test('the rates by agency can be searched by name, and signs of a pattern are plain characters', async () => {
    expect((await agenciesOf({ search: '丁' })).lines).toEqual(byAgency.slice(0, 1));
    expect((await agenciesOf({ search: '%' })).total).toBe(0);
  });

  test('an agency sees only its own rates', async () => {
    const own = await officerOf(planCode, 4);
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

  test.each(byPeriod.map((line) => [line[0], line] as const))('the list of %s has its counts', async (name, line) => {
    expect(await lineOfLists(name, { periodCode: periodCode(name) })).toEqual(line.slice(0, 7));
  });

  test.each(byAgency.map((line) => [line[0], line] as const))('the lists of %s have its counts', async (name, line) => {
    const place = agencies.findIndex((agency) => agency.name === name) + 1;
    expect(await lineOfLists(name, { agencyCode: `${planCode}-${place}` })).toEqual(line.slice(0, 7));
  });

  test('the database sorts reports into the outcomes that the domain code gives', async () => {
    for (const timeliness of filingOutcomes) {
      const { rows } = await listReports(
        division,
        { ...filterOf(), status: null, timeliness },
        { number: 1, size: 50 },
      );
      expect(new Set(rows.map((row) => filingOutcomeOf(row, now)))).toEqual(new Set([timeliness]));
    }
  });

  test('the numbers of a year equal the lengths of its lists', async () => {
    expect(await lineOfLists('2020', { year: 2020 })).toEqual(ofYear.slice(0, 7));
    expect(await lengthOf({ year: 2020 })).toBe(24);
    expect(await lengthOf({ year: 2021 })).toBe(0);
  });
});
