import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { firstDayOf, nextPeriod, periodCode } from '@/lib/domain/calendar/period';
import {
  type CalendarDay,
  isWorkingDay,
  nthWorkingDay,
  type WorkingDayCalendar,
} from '@/lib/domain/calendar/working-days';
import { closingInstant, type DeadlineRule, deadlineOf, noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { deadlineTable, importedCalendar, tableYears } from '../support/deadline-table';
import { quartersOf } from '../support/quarters';

const calendar = importedCalendar();
const weekOnly: WorkingDayCalendar = { days: new Map(), confirmedYears: calendar.confirmedYears };
const exclusive: DeadlineRule = { ...noticeDeadlineRule, inclusive: false };

const dueDates = {
  2020: ['2020-04-03', '2020-07-03', '2020-10-12', '2021-01-06'],
  2021: ['2021-04-06', '2021-07-05', '2021-10-11', '2022-01-06'],
  2025: ['2025-04-03', '2025-07-03', '2025-10-11', '2026-01-06'], // 11 October is a Saturday that is worked
  2026: ['2026-04-03', '2026-07-03', '2026-10-10', '2027-01-06'],
};
const knownDeadlines = tableYears.flatMap((year) =>
  dueDates[year].map((dueOn, index) => ({
    periodCode: `${year}Q${index + 1}`,
    dueOn,
    closesAt: `${dueOn}T16:00:00.000Z`,
    provisional: dueOn === '2027-01-06',
  })),
);

const quarters2018To2026Q3 = Array.from({ length: 9 }, (_, index) => quartersOf(2018 + index))
  .flat()
  .slice(0, 35);

describe('the deadline of the notice', () => {
  it('the deadline is the third working day of the next period and closes at 16:00 UTC of that day', () => {
    expect(deadlineTable(tableYears)).toEqual(knownDeadlines);
  });

  it.each([
    ['UTC', '2020-01-01T00:00:00.000Z'],
    ['Asia/Kathmandu', '2019-12-31T18:15:00.000Z'],
    ['America/New_York', '2020-01-01T05:00:00.000Z'],
  ])('the deadlines are the same in a process under TZ=%s', { timeout: 60_000 }, async (zone, localMidnight) => {
    const script = fileURLToPath(new URL('../support/deadline-table.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', script],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), env: { ...process.env, TZ: zone } },
    );
    expect(JSON.parse(stdout)).toEqual({ localMidnight, table: knownDeadlines });
  });

  it('every deadline from 2018 to 2026 falls on a working day with exactly three working days counted', () => {
    for (const each of quarters2018To2026Q3) {
      const { dueOn, reasons, provisional } = deadlineOf(each, noticeDeadlineRule, calendar);
      expect(isWorkingDay(calendar, dueOn)).toBe(true);
      expect(reasons.filter(({ date }) => isWorkingDay(calendar, date))).toHaveLength(3);
      expect(provisional).toBe(false);
    }
  });

  it('the deadline differs from counting Monday to Friday in 20 of the 35 quarters from 2018 to 2026', () => {
    const different = quarters2018To2026Q3.filter(
      (each) =>
        deadlineOf(each, noticeDeadlineRule, calendar).dueOn !== deadlineOf(each, noticeDeadlineRule, weekOnly).dueOn,
    );
    expect(different).toHaveLength(20);
  });
});

describe('the reasons of a deadline', () => {
  it('the reasons list every day from the first of the next period to the due date', () => {
    const { reasons } = deadlineOf(periodCode('2020Q3'), noticeDeadlineRule, calendar);
    expect(reasons.map(({ date, kind, name }) => `${date} ${kind} ${name}`.trim())).toEqual([
      '2020-10-01 statutory_holiday 国庆节、中秋节',
      '2020-10-02 statutory_holiday 国庆节',
      '2020-10-03 statutory_holiday 国庆节',
      '2020-10-04 statutory_holiday 国庆节',
      '2020-10-05 statutory_holiday 国庆节',
      '2020-10-06 statutory_holiday 国庆节',
      '2020-10-07 statutory_holiday 国庆节',
      '2020-10-08 statutory_holiday 国庆节',
      '2020-10-09 working_day',
      '2020-10-10 makeup_workday 国庆节调休上班',
      '2020-10-11 weekend',
      '2020-10-12 working_day',
    ]);
  });

  it('the reasons of a fourth quarter are days of the following year', () => {
    const { reasons } = deadlineOf(periodCode('2026Q4'), noticeDeadlineRule, calendar);
    expect(reasons.map(({ date, kind, name }) => `${date} ${kind} ${name}`.trim())).toEqual([
      '2027-01-01 statutory_holiday 元旦',
      '2027-01-02 weekend',
      '2027-01-03 weekend',
      '2027-01-04 working_day',
      '2027-01-05 working_day',
      '2027-01-06 working_day',
    ]);
  });
});

describe('a deadline rule that excludes the last counted day', () => {
  it('under a rule that excludes the counted day, the due date is the working day before it', () => {
    expect(deadlineOf(periodCode('2020Q1'), exclusive, calendar).dueOn).toBe('2020-04-02');
    const overSunday = deadlineOf(periodCode('2020Q3'), exclusive, calendar);
    expect(overSunday.dueOn).toBe('2020-10-10');
    expect(overSunday.closesAt.toISOString()).toBe('2020-10-10T16:00:00.000Z');
    expect(overSunday.reasons.at(-1)?.date).toBe('2020-10-10');
  });

  it('the due date is in the period itself if the first working day after it is the excluded one', () => {
    const { dueOn, reasons } = deadlineOf(periodCode('2020Q3'), { ...exclusive, nthWorkingDay: 1 }, calendar);
    expect(dueOn).toBe('2020-09-30');
    expect(reasons).toEqual([{ date: '2020-09-30', kind: 'working_day', name: '' }]);
  });

  it('a deadline is provisional if any counted day is, even if the due date is in a confirmed year', () => {
    const confirmed2026 = { ...calendar, confirmedYears: new Set([2026]) };
    const rule = { ...exclusive, nthWorkingDay: 1 };
    expect(deadlineOf(periodCode('2026Q4'), rule, confirmed2026)).toMatchObject({
      dueOn: '2026-12-31',
      provisional: true,
    });
    const confirmed2027 = { ...calendar, confirmedYears: new Set([2027]) };
    expect(deadlineOf(periodCode('2026Q4'), rule, confirmed2027).provisional).toBe(true);
    expect(deadlineOf(periodCode('2026Q4'), noticeDeadlineRule, confirmed2027).provisional).toBe(false);
  });
});

describe('the closing instant', () => {
  const closingAt = (cutoff: string) => closingInstant(civilDate('2020-04-03'), { ...noticeDeadlineRule, cutoff });

  it.each([
    ['24:00', '2020-04-03T16:00:00.000Z'],
    ['23:59', '2020-04-03T15:59:00.000Z'],
    ['17:30', '2020-04-03T09:30:00.000Z'],
    ['00:00', '2020-04-02T16:00:00.000Z'],
  ])('a last day whose cutoff is %s closes at %s', (cutoff, instant) => {
    expect(closingAt(cutoff).toISOString()).toBe(instant);
  });

  it('the closing instant is exclusive: the millisecond before it still belongs to the due date', () => {
    expect(civilDateOf(new Date(closingAt('24:00').getTime() - 1))).toBe('2020-04-03');
  });

  it.each(['', '24:01', '25:00', '7:30', '17:60', '17.30', '17:30:00', ' 17:30'])('refuses the cutoff %j', (cutoff) => {
    expect(() => closingAt(cutoff)).toThrow(RangeError);
  });
});

it('a rule that counts no working day is refused', () => {
  expect(() => deadlineOf(periodCode('2020Q1'), { ...noticeDeadlineRule, nthWorkingDay: 0 }, calendar)).toThrow(
    RangeError,
  );
});

describe('deadlines on any calendar', () => {
  const somePeriod = fc.integer({ min: 0, max: 12 }).chain((index) => fc.constantFrom(...quartersOf(2018 + index)));
  const someArrangement = fc.array(fc.record({ offset: fc.integer({ min: 0, max: 20 }), off: fc.boolean() }), {
    maxLength: 20,
  });

  function arranged(firstDay: CivilDate, days: { offset: number; off: boolean }[]): WorkingDayCalendar {
    const entries = days.map(({ offset, off }): [CivilDate, CalendarDay] => {
      const date = addDays(firstDay, offset);
      return [date, { date, kind: off ? 'statutory_holiday' : 'makeup_workday', name: off ? '假日' : '上班' }];
    });
    return { days: new Map(entries), confirmedYears: new Set() };
  }

  it('on any calendar the deadline counts n working days, explains each day once in order, and closes as the due date ends', () => {
    fc.assert(
      fc.property(somePeriod, someArrangement, fc.integer({ min: 1, max: 8 }), (each, days, n) => {
        const firstDay = firstDayOf(nextPeriod(each));
        const any = arranged(firstDay, days);
        const { dueOn, closesAt, reasons } = deadlineOf(each, { ...noticeDeadlineRule, nthWorkingDay: n }, any);
        expect(reasons.map(({ date }) => date)).toEqual(reasons.map((_, index) => addDays(firstDay, index)));
        expect(reasons.at(-1)?.date).toBe(dueOn);
        expect(isWorkingDay(any, dueOn)).toBe(true);
        expect(reasons.filter(({ date }) => isWorkingDay(any, date))).toHaveLength(n);
        expect(closesAt.toISOString()).toBe(`${dueOn}T16:00:00.000Z`);
      }),
    );
  });

  it('on any calendar the exclusive due date is one working day before the inclusive one', () => {
    fc.assert(
      fc.property(somePeriod, someArrangement, fc.integer({ min: 2, max: 8 }), (each, days, n) => {
        const firstDay = firstDayOf(nextPeriod(each));
        const any = arranged(firstDay, days);
        const { dueOn } = deadlineOf(each, { ...exclusive, nthWorkingDay: n }, any);
        expect(dueOn).toBe(nthWorkingDay(any, firstDay, n - 1));
      }),
    );
  });
});
