import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode, rhythmOf } from '@/lib/domain/calendar/period';
import { type DeadlineBase, type DeadlineRule, deadlineOf } from '@/lib/domain/deadline/deadline';
import { movesUnderRule } from '@/lib/domain/plan/plan-rule';
import { fieldsOfRule, ruleFieldsSchema } from '@/lib/schemas/plan-rule';
import { ruleExplained, ruleWords } from '@/lib/text/rule-words';
import { importedCalendar } from '../support/deadline-table';
import { t } from '../support/translator';

// The dates are counted by hand on the State Council's arrangements of 2020 to 2026.
const calendar = importedCalendar();
const until = (base: DeadlineBase, inclusive = true, cutoff = '24:00'): DeadlineRule => ({
  ...base,
  inclusive,
  cutoff,
});
const nth = (n: number) => ({ nthWorkingDay: n });
const before = (n: number) => ({ workingDaysBeforeEnd: n });
const day = (dayOfMonth: number, month: 'after' | 'last', onDayOff: 'before' | 'after' | 'stay') => ({
  dayOfMonth,
  month,
  onDayOff,
});

const known: [string, DeadlineRule, string, string][] = [
  ['2026M02', until(nth(5)), '2026-03-06', 'Monday the 2nd is the first'],
  ['2026Q1', until(nth(5)), '2026-04-08', 'Qingming takes the 4th to the 6th'],
  ['2026Q3', until(nth(3)), '2026-10-10', 'the 8th, the 9th and Saturday the 10th, which is worked'],
  ['2020Q3', until(nth(3)), '2020-10-12', 'the 9th, Saturday the 10th, which is worked, and the 12th'],
  ['2025H2', until(nth(5)), '2026-01-08', 'Sunday 4 January is worked'],
  ['2026M04', until(day(10, 'after', 'before')), '2026-05-09', 'a Sunday gives way to the Saturday that is worked'],
  ['2026M04', until(day(10, 'after', 'after')), '2026-05-11', 'a Sunday gives way to the Monday'],
  ['2026M04', until(day(10, 'after', 'stay')), '2026-05-10', 'a Sunday stays'],
  ['2026M03', until(day(31, 'after', 'before')), '2026-04-30', 'April has thirty days'],
  ['2024M02', until(day(29, 'last', 'before')), '2024-02-29', 'a leap year'],
  ['2023M02', until(day(29, 'last', 'before')), '2023-02-28', 'no leap year'],
  ['2026M02', until(day(31, 'last', 'before')), '2026-02-28', 'a Saturday that is worked'],
  ['2025M02', until(day(30, 'last', 'after')), '2025-02-28', 'a Friday'],
  ['2020Q2', until(day(25, 'last', 'before')), '2020-06-24', 'Dragon Boat begins on the 25th'],
  ['2026M01', until(before(1)), '2026-01-30', 'the 31st is a Saturday'],
  ['2026M02', until(before(3)), '2026-02-26', 'Saturday the 28th is worked'],
  ['2020H1', until(before(3)), '2020-06-28', 'Sunday the 28th is worked'],
  ['2020Q1', until(nth(3), false), '2020-04-02', 'the day before the third'],
  ['2026M04', until(day(10, 'after', 'stay'), false), '2026-05-09', 'the Saturday before is worked'],
  ['2026M01', until(before(1), false), '2026-01-29', 'the Thursday before'],
];

describe('the last day under every kind of rule', () => {
  test.each(known)('of %s under rule %j is %s: %s', (code, rule, dueOn) => {
    const deadline = deadlineOf(periodCode(code), rule, calendar);
    expect([deadline.dueOn, deadline.provisional]).toEqual([dueOn, false]);
  });

  test('is provisional where a counted day lies in a year that is not arranged, also if the last day does not', () => {
    const of = (rule: DeadlineRule, code = '2026Q4') => {
      const { dueOn, provisional } = deadlineOf(periodCode(code), rule, calendar);
      return [dueOn, provisional];
    };
    expect(of(until(nth(3)))).toEqual(['2027-01-06', true]);
    expect(of(until(nth(1), false))).toEqual(['2026-12-31', true]);
    expect(of(until(day(15, 'after', 'after')), '2026')).toEqual(['2027-01-15', true]);
    expect(of(until(before(1)))).toEqual(['2026-12-31', false]);
  });

  test('ends at the cutoff of the rule in the portal’s zone', () => {
    const closing = (cutoff: string) =>
      deadlineOf(periodCode('2026M02'), until(nth(5), true, cutoff), calendar).closesAt.toISOString();
    expect(closing('17:00')).toBe('2026-03-06T09:00:00.000Z');
    expect(closing('24:00')).toBe('2026-03-06T16:00:00.000Z');
  });
});

describe('a rule in words', () => {
  const words = (code: string, rule: DeadlineRule) => ruleWords(t, rule, rhythmOf(periodCode(code)));

  test('is for the notice of 2020 what it was', () => {
    expect(words('2020Q1', until(nth(3)))).toBe('每季度结束后，于下一季度第3个工作日（含当日）24:00前报送');
    expect(words('2020Q1', until(nth(3), false))).toBe(
      '每季度结束后，于下一季度第3个工作日之前（不含当日），即前一个工作日24:00前报送',
    );
    expect(ruleExplained(t, until(nth(3)), 'quarterly')).toBe(
      '通知要求在下一季度的第 3 个工作日前报送，含当日，至 24:00。工作日以国务院办公厅公布的节假日安排为准，调休上班日计入。',
    );
  });

  test('names every other kind by the length of its periods', () => {
    expect(words('2026M01', until(nth(5), true, '17:00'))).toBe('每月结束后，于次月第5个工作日（含当日）17:00前报送');
    expect(words('2026H1', until(before(3)))).toBe('于每半年倒数第3个工作日（含当日）24:00前报送');
    expect(words('2026Q1', until(day(10, 'after', 'after')))).toBe(
      '每季度结束后，于次月10日，遇休息日顺延至后一个工作日，当日24:00前报送',
    );
    expect(words('2026M01', until(day(31, 'last', 'stay')))).toBe(
      '于当月31日（该月没有这一日的，为该月最后一日），遇休息日不作调整，当日24:00前报送',
    );
  });
});

test('a rule is the same after it was the fields of a form', () => {
  for (const [, rule] of known) expect(ruleFieldsSchema.parse(fieldsOfRule(rule))).toEqual(rule);
});

test.each([
  ['a thirty-second day', { kind: 'day', day: '32', month: 'after', onDayOff: 'stay', cutoff: '24:00' }],
  ['half a working day', { kind: 'nth', nth: '1.5', cutoff: '24:00' }],
  ['no working day', { kind: 'before-end', count: '0', cutoff: '24:00' }],
  ['an hour that no clock has', { kind: 'nth', nth: '3', cutoff: '25:00' }],
  ['another kind', { kind: 'moon', cutoff: '24:00' }],
])('a form with %s is no rule', (_, fields) => {
  expect(ruleFieldsSchema.safeParse(fields).success).toBe(false);
});

describe('the periods that another rule moves', () => {
  const frozen = (code: string, end: 'closed' | 'skipped' | null = null) => ({
    id: code,
    end,
    code: periodCode(code),
    ...deadlineOf(periodCode(code), until(nth(3)), calendar),
  });
  const moved = (codes: readonly ReturnType<typeof frozen>[], now: string) =>
    movesUnderRule(codes, until(nth(5)), { calendar, now: new Date(now) }).map(({ periodId, deadline, isPast }) => [
      periodId,
      deadline.dueOn,
      isPast,
    ]);

  test('are those that are not due yet: what is due stays as it was promised', () => {
    const codes = [frozen('2026Q1'), frozen('2026Q2')];
    expect(moved(codes, '2026-04-03T15:59:59Z')).toEqual([
      ['2026Q1', '2026-04-08', false],
      ['2026Q2', '2026-07-07', false],
    ]);
    expect(moved(codes, '2026-04-03T16:00:00Z')).toEqual([['2026Q2', '2026-07-07', false]]);
  });

  test('are none that take nothing more, and none that stay where they are', () => {
    expect(moved([frozen('2026Q1', 'skipped'), frozen('2026Q2', 'closed')], '2026-01-01T00:00:00Z')).toEqual([]);
    const same = movesUnderRule([frozen('2026Q1')], until(nth(3)), { calendar, now: new Date('2026-01-01T00:00:00Z') });
    expect(same).toEqual([]);
  });

  test('say so where the new closing instant has come already', () => {
    const late = { ...frozen('2026Q1'), dueOn: civilDate('2026-04-30'), closesAt: new Date('2026-04-30T16:00:00Z') };
    expect(moved([late], '2026-04-20T00:00:00Z')).toEqual([['2026Q1', '2026-04-08', true]]);
  });
});
