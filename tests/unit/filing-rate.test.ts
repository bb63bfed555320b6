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

describe('what a report counts as', () => {
  test('is what its first filing was, however late it is now', () => {
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

  test('is missing from the closing instant on, and pending until then', () => {
    expect(filingOutcomeOf({ timeliness: null, closesAt }, justBefore)).toBe('pending');
    expect(filingOutcomeOf({ timeliness: null, closesAt }, closesAt)).toBe('missing');
  });

  test('is never missing while the deadline is provisional', () => {
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

describe('the rate', () => {
  test.each([
    ['3 on time of 4', { on_time: 3, late: 1 }, 750],
    ['an extended one is in the denominator alone', { on_time: 3, extended: 1 }, 750],
    ['a missing one is in the denominator alone', { on_time: 3, missing: 1 }, 750],
    ['a pending one is in neither', { on_time: 3, missing: 1, pending: 12 }, 750],
    ['two thirds are rounded down', { on_time: 2, late: 1 }, 666],
    ['3,499 of 3,500 are not all', { on_time: 3499, missing: 1 }, 999],
    ['nobody was on time', { late: 2 }, 0],
    ['all were on time', { on_time: 16 }, 1000],
    ['nothing is counted yet', { pending: 16 }, null],
  ])('%s', (_title, counts, rate) => {
    expect(onTimeRate({ ...none, ...counts })).toBe(rate);
  });

  test('is the on-time share of all that is counted, to a tenth of a percent, and 1000 only where all were on time', () => {
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

  test('never falls by another report on time, never rises by one that is not, never moves by one that is pending', () => {
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
  ])('of %i tenths of a percent is written %s', (tenths, words) => {
    expect(formatRate(tenths)).toBe(words);
  });
});

describe('the chart', () => {
  const bars = { names: ['2020Q1'], parts: [{ name: '按时', colour: chartColours.on_time, counts: [12] }] };

  test('is one SVG without any script, the same for the same numbers', () => {
    const svg = drawBars(bars, { width: 400, height: 200 });
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(drawBars(bars, { width: 400, height: 200 })).toBe(svg);
    expect(svg).toContain('按时');
    expect(svg).not.toMatch(/<script|\son\w+=/);
  });

  test('names no colour beside the tokens of the design', () => {
    const tokens = readFileSync(path.resolve(import.meta.dirname, '../../app/globals.css'), 'utf8');
    expect(Object.values(chartColours).filter((colour) => !tokens.includes(`: ${colour};`))).toEqual([]);
  });
});
