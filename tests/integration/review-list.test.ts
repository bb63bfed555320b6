import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { isOverdue } from '@/lib/domain/report/filing-light';
import { type ReportStatus, reportStatuses } from '@/lib/domain/report/report';
import type { ReportFilter, ReportRow } from '@/lib/reports/rows/data';
import { countReports, listAgencies, listReports } from '@/lib/review/data';
import { getListedPlace, listNeighbours } from '@/lib/review/neighbours/data';
import type { StatusFilter } from '@/lib/schemas/review';
import { withOffice } from '../support/office';
import { sql } from '../support/sql';

const planCode = `L${randomUUID().slice(0, 8)}`;
const now = new Date('2020-08-03T01:00:00Z');
const agencies = 12;

// The periods close before, at and after the present instant, and the fourth quarter has not begun.
const periods = [
  { code: '2020Q1', opensAt: '2020-03-01T00:00:00Z', closesAt: '2020-04-03T16:00:00Z', provisional: false },
  { code: '2020Q2', opensAt: '2020-06-01T00:00:00Z', closesAt: now.toISOString(), provisional: false },
  { code: '2020Q3', opensAt: '2020-08-01T00:00:00Z', closesAt: '2020-07-01T00:00:00Z', provisional: true },
  { code: '2020Q4', opensAt: '2020-12-01T00:00:00Z', closesAt: '2021-01-06T16:00:00Z', provisional: false },
];
const laterInstants = [null, '2020-08-03T00:59:59Z', now.toISOString(), '2020-08-03T01:00:01Z'];

const somebody = (changes: Partial<Actor>): ReportScope =>
  scopeOf({
    accountId: '',
    displayName: '',
    roles: ['reviewer'],
    offices: 'all',
    agencyId: null,
    ...changes,
  }) as ReportScope;
const division = somebody({});
const filterOf = (changes: Partial<ReportFilter> = {}): ReportFilter => ({
  planCode,
  periodCode: null,
  status: null,
  search: '',
  now,
  ...changes,
});

/** Lists every report that a filter keeps, page by page, in the order of the list. */
async function listAll(changes: Partial<ReportFilter> = {}, scope = division): Promise<ReportRow[]> {
  const all: ReportRow[] = [];
  for (let number = 1; ; number += 1) {
    const { rows, total } = await listReports(scope, filterOf(changes), { number, size: 7 });
    all.push(...rows);
    if (rows.length < 7) {
      expect(all).toHaveLength(total);
      return all;
    }
  }
}

const agencyIds: string[] = [];

/** Stores a plan that combines the statuses with all kinds of later last days. */
beforeAll(async () => {
  const planId = randomUUID();
  await sql(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn")
     VALUES ($1, $2, '试验计划', '试验局', '2020-01-02', '试验处', '试验', '{"nthWorkingDay":3,"inclusive":true,"cutoff":"24:00"}',
       'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31')`,
    [planId, planCode],
  );
  for (let position = 1; position <= agencies; position += 1) {
    const id = randomUUID();
    agencyIds.push(id);
    const name = position === 3 ? `${planCode}百分100%单位` : `${planCode}单位${position}`;
    await sql('INSERT INTO "Agency" (id, code, name, position) VALUES ($1, $2, $3, $4)', [
      id,
      `${planCode}-${position}`,
      name,
      position,
    ]);
  }
  for (const [index, period] of periods.entries()) {
    const periodId = randomUUID();
    await sql(
      `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
       VALUES ($1, $2, $3, $4, '2020-04-03', $5, $6, '[]')`,
      [periodId, planId, period.code, period.opensAt, period.closesAt, period.provisional],
    );
    for (const [place, agencyId] of agencyIds.entries()) {
      const later = laterInstants[(place + index) % laterInstants.length];
      const column = place % 2 === 0 ? 'extended' : 'return';
      await sql(
        `INSERT INTO "Report" (id, "periodId", "agencyId", status, "${column}DueOn", "${column}ClosesAt", "updatedAt")
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          randomUUID(),
          periodId,
          agencyId,
          index === 3 ? 'not_started' : reportStatuses[(place + Math.floor(place / 6)) % reportStatuses.length],
          later && '2020-08-03',
          later,
          now,
        ],
      );
    }
  }
});

describe('the list of reports', () => {
  test('the list has every report of the periods that have begun once, page by page', async () => {
    const rows = await listAll();
    expect(rows).toHaveLength(agencies * 3);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(agencies * 3);
    expect(await listAll({ periodCode: periodCode('2020Q4') })).toHaveLength(agencies);
  });

  test('the list begins with reports that wait for the division and ends with accepted ones', async () => {
    const statuses = (await listAll()).map(({ status }) => status);
    const waiting = statuses.filter((status) => status === 'filed').length;
    expect(statuses.slice(0, waiting)).toEqual(Array(waiting).fill('filed'));
    expect(statuses.lastIndexOf('returned')).toBeLessThan(statuses.indexOf('accepted'));
  });

  test('the list calls exactly those reports overdue that the domain code calls overdue', async () => {
    const lawful = (await listAll()).filter((row) => isOverdue(row, now)).map(({ id }) => id);
    const listed = (await listAll({ status: 'overdue' })).map(({ id }) => id);
    expect(lawful.length).toBeGreaterThan(0);
    expect(listed.toSorted()).toEqual(lawful.toSorted());
  });

  test.each<[StatusFilter, ReportStatus[]]>([
    ['unfiled', ['not_started', 'draft', 'awaiting_sign_off']],
    ['filed', ['filed']],
    ['returned', ['returned']],
    ['accepted', ['accepted']],
  ])('the filter %s keeps the reports of its status, and the count is the same', async (status, kept) => {
    const rows = await listAll({ status });
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(kept));
    const { counts, inAllPeriods } = await countReports(division, filterOf({ status: 'draft' }));
    expect(counts[status as keyof typeof counts]).toBe(rows.length);
    expect(inAllPeriods).toEqual(counts);
    const unopened = await countReports(division, filterOf({ periodCode: periodCode('2020Q4') }));
    expect(unopened.counts).toMatchObject({ due: agencies, unfiled: agencies, overdue: 0 });
  });

  test('a search takes wildcards as plain characters', async () => {
    expect(await listAll({ search: '%' })).toHaveLength(3);
    expect(await listAll({ search: `${planCode}单位1` })).toHaveLength(4 * 3);
    expect((await listAgencies(division, { planCode, search: '100%', now }, { number: 1, size: 7 })).total).toBe(1);
  });

  test('an agency sees only its own reports in the list', async () => {
    const own = somebody({ roles: ['reporter'], agencyId: agencyIds[4] });
    expect(await listAll({}, own)).toHaveLength(3);
    const { agencies: listed } = await listAgencies(own, { planCode, search: '', now }, { number: 1, size: 7 });
    expect(listed.map((agency) => [agency.code, agency.reports.length])).toEqual([[`${planCode}-5`, 4]]);
  });
});

describe('the neighbours of a report', () => {
  async function neighboursOf(id: string, changes: Partial<ReportFilter> = {}) {
    const place = await getListedPlace(division, id);
    const { previous, next } = await listNeighbours(division, filterOf(changes), place as NonNullable<typeof place>);
    return [previous?.id ?? null, next?.id ?? null];
  }

  test.each<[string, Partial<ReportFilter>]>([
    ['all periods', {}],
    ['one period', { periodCode: periodCode('2020Q2') }],
    ['one status', { status: 'draft' }],
    ['what is overdue', { status: 'overdue' }],
    ['a search', { search: '单位1' }],
  ])('in the list of %s each report has its neighbours, and the first and last have one', async (_, changes) => {
    const ids: (string | null)[] = (await listAll(changes)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2);
    const beside = await Promise.all(ids.map((id) => neighboursOf(id as string, changes)));
    expect(beside).toEqual(ids.map((_id, index) => [ids[index - 1] ?? null, ids[index + 1] ?? null]));
  });

  test('a report that the list no longer has is followed by the first of the list', async () => {
    const [first] = await listAll({ status: 'filed' });
    const [decided] = await listAll({ status: 'accepted' });
    expect(await neighboursOf(decided?.id ?? '', { status: 'filed' })).toEqual([null, first?.id]);
  });

  test("the place of another agency's report in the list is hidden", async () => {
    const [row] = await listAll();
    const stranger = somebody({ roles: ['reporter'], agencyId: randomUUID() });
    expect(await getListedPlace(stranger, row?.id ?? '')).toBeNull();
  });
});
