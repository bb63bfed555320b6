import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { coverageOf, decideDocument, documentDaysLeft, mayAskForDocuments } from '@/lib/domain/review/documents';
import { askForDocumentSchema } from '@/lib/schemas/document';
import { fileNameOf } from '@/lib/server/files/attachment';
import { coverageWords } from '@/lib/text/coverage-words';
import { actorOf, now } from '../support/report-states';
import { t } from '../support/translator';

const begun = { code: periodCode('2020Q1'), opensAt: now };
const ahead = { code: periodCode('2021Q1'), opensAt: new Date(now.getTime() + 1) };
const periods = [begun, ahead];

describe('the right to order a document', () => {
  test('only reviewers and coordinators may order a document', () => {
    expect(roles.filter((role) => mayAskForDocuments(actorOf(role)))).toEqual(['reviewer', 'coordinator']);
  });

  test('a document can be ordered only of a period or a year that has begun', () => {
    const codeOf = (period: Parameters<typeof decideDocument>[1]) => {
      const decision = decideDocument(actorOf('reviewer'), period, periods, now);
      return decision.ok ? 'granted' : decision.refusal.code;
    };
    expect(codeOf({ periodCode: periodCode('2020Q1'), year: null })).toBe('granted');
    expect(codeOf({ periodCode: null, year: 2020 })).toBe('granted');
    expect(codeOf({ periodCode: periodCode('2021Q1'), year: null })).toBe('not-found');
    expect(codeOf({ periodCode: null, year: 2021 })).toBe('not-found');
    expect(codeOf({ periodCode: periodCode('2020Q2'), year: null })).toBe('not-found');
  });
});

describe('the periods that a document of a year covers', () => {
  const closings = { '2020Q1': '2020-04-03', '2020Q2': '2020-07-03', '2020Q3': '2020-10-12', '2020Q4': '2021-01-06' };
  const ofPlan = Object.entries(closings).map(([code, dueOn], index) => ({
    code: periodCode(code),
    opensAt: new Date(`2020-${String(index * 3 + 3).padStart(2, '0')}-01T00:00:00Z`),
    closesAt: new Date(`${dueOn}T16:00:00Z`),
    provisional: false,
  }));
  const wordsAt = (kind: 'circular' | 'ledger', at: string, of = ofPlan) =>
    coverageWords(t, coverageOf({ kind, periodCode: null, year: 2020 }, of, new Date(at)));

  test.each([
    ['2020-03-20T00:00:00Z', '2020年第一季度', '2020年第一季度'],
    ['2020-06-10T00:00:00Z', '2020年第一季度', '2020年上半年'],
    ['2020-07-03T15:59:59Z', '2020年第一季度', '2020年上半年'],
    ['2020-07-03T16:00:00Z', '2020年上半年', '2020年上半年'],
    ['2020-10-13T00:00:00Z', '2020年前三季度', '2020年前三季度'],
    ['2021-01-05T00:00:00Z', '2020年前三季度', '2020年各季度'],
    ['2021-01-06T16:00:00Z', '2020年度', '2020年度'],
  ])('at %s a circular is about %s and a ledger about %s', (at, circular, ledger) => {
    expect([wordsAt('circular', at), wordsAt('ledger', at)]).toEqual([circular, ledger]);
  });

  test('a plan that begins in the second quarter is named by its quarters, and by the year once all are due', () => {
    expect(wordsAt('circular', '2020-10-13T00:00:00Z', ofPlan.slice(1))).toBe('2020年第二季度、第三季度');
    expect(wordsAt('circular', '2021-01-07T00:00:00Z', ofPlan.slice(1))).toBe('2020年度');
  });

  test('a quarter whose last day is provisional is not due', () => {
    const provisional = ofPlan.map((period, index) => ({ ...period, provisional: index === 3 }));
    expect(wordsAt('circular', '2021-02-01T00:00:00Z', provisional)).toBe('2020年前三季度');
  });
});

test('a document is kept for seven days from its request, and says how many are left', () => {
  const requestedAt = new Date('2026-11-01T08:00:00Z');
  const daysLeftAt = (at: string) => documentDaysLeft(requestedAt, new Date(at));
  expect(daysLeftAt('2026-11-01T08:00:01Z')).toBe(6);
  expect(daysLeftAt('2026-11-07T08:00:01Z')).toBe(0);
  expect(daysLeftAt('2026-11-09T08:00:00Z')).toBe(0);
});

test('the order form needs a known kind, a plan, and a period or a year', () => {
  const parse = (input: object) => askForDocumentSchema.safeParse(input);
  expect(parse({ kind: 'ledger', plan: '2020', period: '2020' }).data?.period).toEqual({
    periodCode: null,
    year: 2020,
  });
  expect(parse({ kind: 'circular', plan: '2020', period: '2020Q4' }).data?.period).toEqual({
    periodCode: '2020Q4',
    year: null,
  });
  for (const input of [
    { kind: 'ledger', plan: '2020', period: '2020Q5' },
    { kind: 'ledger', plan: '2020', period: '' },
    { kind: 'letter', plan: '2020', period: '2020' },
    { kind: 'ledger', plan: '', period: '2020' },
    {},
  ])
    expect(parse(input).success).toBe(false);
});

test.each([
  ['2020年第一季度/市教委：汇总', '2020年第一季度-市教委：汇总.docx'],
  ['甲*乙?丙"丁', '甲乙丙丁.docx'],
  ['汇总'.repeat(100), `${'汇总'.repeat(57)}汇.docx`],
])('the document title %j gives a file name that every system accepts', (title, name) => {
  expect(fileNameOf(title, 'docx')).toBe(name);
});
