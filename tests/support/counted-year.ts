import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import type { StatisticsFilter } from '@/lib/statistics/data';
import { type Fate, liveThrough, type YearAgency } from './filing-year';
import { sql } from './sql';

/** The year is over, its fourth quarter provisional, the next one not begun. */
export const now = new Date('2021-01-20T01:00:00Z');
export const page = { number: 1, size: 20 };

const periods = [
  { code: '2020Q1', opensAt: '2020-03-01T00:00:00Z', dueOn: '2020-04-03' },
  { code: '2020Q2', opensAt: '2020-06-01T00:00:00Z', dueOn: '2020-07-03' },
  { code: '2020Q3', opensAt: '2020-09-01T00:00:00Z', dueOn: '2020-10-12' },
  { code: '2020Q4', opensAt: '2020-12-01T00:00:00Z', dueOn: '2021-01-06', provisional: true },
  { code: '2021Q1', opensAt: '2021-03-01T00:00:00Z', dueOn: '2021-04-06' },
];

const T: Fate = 'on time';
const R: Fate = 'returned, filed again after the deadline';
const W: Fate = 'on time, then withdrawn';
const E: Fate = 'extended';
const L: Fate = 'late';
const M: Fate = 'not filed';
const X: Fate = 'not filed within its extension';
const S: Fate = 'still within its extension';

/** The history of six agencies over four quarters, from which the expected numbers are calculated. */
export const agencies: YearAgency[] = [
  { name: '甲局', fates: [T, T, T, T], entry: { light: 'normal', noProblems: true, problems: '' } },
  { name: '乙局', fates: [R, T, E, M], entry: { light: 'attention', problems: '人手不足' } },
  { name: '丙局', fates: [L, M, T, M], entry: { light: 'blocked', problems: '经费只到位30%' } },
  { name: '丁局', fates: [M, M, L, M], entry: { light: 'attention', problems: '经费未到位' } },
  { name: '戊局', fates: [E, R, W, T], entry: { light: 'completed', problems: '验收延后' } },
  { name: '己局', fates: [T, X, S, M], entry: { light: 'normal', problems: '数据口径不一' } },
];

const somebody = (changes: Partial<Actor>) =>
  scopeOf({
    accountId: '',
    displayName: '',
    roles: ['leader'],
    offices: 'all',
    agencyId: null,
    ...changes,
  }) as ReportScope;
export const division = somebody({});

/** Somebody of one of the agencies, by its place. */
export async function officerOf(planCode: string, place: number): Promise<ReportScope> {
  const [row] = await sql<{ id: string }>('SELECT id FROM "Agency" WHERE code = $1', [`${planCode}-${place}`]);
  return somebody({ roles: ['reporter'], agencyId: row?.id ?? '' });
}

export const filterOf = (planCode: string, changes: Partial<StatisticsFilter> = {}): StatisticsFilter => ({
  planCode,
  periodCode: null,
  search: '',
  now,
  ...changes,
});

/** Lives through the year in a plan of its own, and gives its code. */
export const liveThroughYear = () => liveThrough(periods, agencies);
