import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartColours, drawBars } from '@/components/statistics/chart-drawing';
import {
  countedIn,
  type FilingCounts,
  filingOutcomeOf,
  filingOutcomes,
  onTimeRate,
} from '@/lib/domain/review/filing-rate';
import { formatRate } from '@/lib/text/format';

const closesAt = new Date('2020-04-03T16:00:00.000Z');
const justBefore = new Date(closesAt.getTime() - 1);
const none: FilingCounts = { on_time: 0, extended: 0, late: 0, missing: 0, pending: 0 };

describe('the filing outcome of a report', () => {
  test('a filed report counts as its first filing was, whatever the time now', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('on_time' as const, 'extended' as const, 'late' as const),
        fc.option(fc.date({ noInvalidDate: true })),
        fc.date({ noInvalidDate: true }),
        (timeliness, instant, now) => {
          expect(filingOutcomeOf({ timeliness, closesAt: instant }, now)).toBe(timeliness);
        },
      ),
    );
  });

  test('an unfiled report is pending before the closing instant and missing from it on', () => {
    expect(filingOutcomeOf({ timeliness: null, closesAt }, justBefore)).toBe('pending');
    expect(filingOutcomeOf({ timeliness: null, closesAt }, closesAt)).toBe('missing');
  });

  test('an unfiled report is never missing while the deadline is provisional', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (now) => {
        expect(filingOutcomeOf({ timeliness: null, closesAt: null }, now)).toBe('pending');
      }),
    );
  });
});

const anyCounts: fc.Arbitrary<FilingCounts> = fc.record({
  on_time: fc.nat(5000),
  extended: fc.nat(5000),
  late: fc.nat(5000),
  missing: fc.nat(5000),
  pending: fc.nat(5000),
});

describe('the on-time rate', () => {
  test.each([
    ['three of four on time give 75.0%', { on_time: 3, late: 1 }, 750],
    ['an extended report counts in the denominator only', { on_time: 3, extended: 1 }, 750],
    ['a missing report counts in the denominator only', { on_time: 3, missing: 1 }, 750],
    ['a pending report counts neither as on time nor in the denominator', { on_time: 3, missing: 1, pending: 12 }, 750],
    ['two thirds are rounded down to 66.6%', { on_time: 2, late: 1 }, 666],
    ['3,499 of 3,500 give 99.9% and not 100%', { on_time: 3499, missing: 1 }, 999],
    ['the rate is 0 if nobody was on time', { late: 2 }, 0],
    ['the rate is 100.0% if all were on time', { on_time: 16 }, 1000],
    ['there is no rate while nothing is counted', { pending: 16 }, null],
  ])('%s', (_title, counts, rate) => {
    expect(onTimeRate({ ...none, ...counts })).toBe(rate);
  });

  test('the rate is the on-time share of all counted reports, to a tenth of a percent, and 1000 only if all were on time', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const rate = onTimeRate(counts);
        const counted = filingOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0) - counts.pending;
        expect(countedIn(counts)).toBe(counted);
        if (rate === null) return expect(counted).toBe(0);
        expect(Number.isInteger(rate)).toBe(true);
        const exact = (counts.on_time / counted) * 1000;
        expect(rate).toBeLessThanOrEqual(exact);
        expect(rate).toBeGreaterThan(exact - 1);
        expect(rate === 1000).toBe(counts.on_time === counted);
      }),
    );
  });

  test('one more report on time never lowers the rate, one not on time never raises it, a pending one never changes it', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        fc.pre(countedIn(counts) > 0);
        const rate = onTimeRate(counts) ?? 0;
        const withAnother = (outcome: keyof FilingCounts) => onTimeRate({ ...counts, [outcome]: counts[outcome] + 1 });
        expect(withAnother('on_time')).toBeGreaterThanOrEqual(rate);
        for (const outcome of ['extended', 'late', 'missing'] as const) {
          expect(withAnother(outcome)).toBeLessThanOrEqual(rate);
        }
        expect(withAnother('pending')).toBe(rate);
      }),
    );
  });

  test.each([
    [0, '0.0%'],
    [7, '0.7%'],
    [666, '66.6%'],
    [1000, '100.0%'],
  ])('a rate of %i tenths of a percent is written %s', (tenths, words) => {
    expect(formatRate(tenths)).toBe(words);
  });
});

describe('the chart of the on-time rate', () => {
  const bars = { names: ['2020Q1'], parts: [{ name: '按时', colour: chartColours.on_time, counts: [12] }] };

  test('the chart is one SVG without script, and the same numbers give the same SVG', () => {
    const svg = drawBars(bars, { width: 400, height: 200 });
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(drawBars(bars, { width: 400, height: 200 })).toBe(svg);
    expect(svg).toContain('按时');
    expect(svg).not.toMatch(/<script|\son\w+=/);
  });

  test('the chart uses only colours that are tokens of the design', () => {
    const tokens = readFileSync(path.resolve(import.meta.dirname, '../../app/globals.css'), 'utf8');
    expect(Object.values(chartColours).filter((colour) => !tokens.includes(`: ${colour};`))).toEqual([]);
  });
});
