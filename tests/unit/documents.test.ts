import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { decideDocument, mayAskForDocuments } from '@/lib/domain/review/documents';
import { askForDocumentSchema } from '@/lib/schemas/document';
import { fileNameOf } from '@/lib/server/files/attachment';
import { actorOf, now } from '../support/report-states';

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
