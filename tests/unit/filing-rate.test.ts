import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartColours, drawBars } from '@/components/statistics/chart-drawing';
import { countedIn, dueIn, type FilingCounts, filingOutcomeOf, onTimeRate } from '@/lib/domain/review/filing-rate';
import { formatRate } from '@/lib/text/format';
import { rateWords } from '@/lib/text/rate-words';
import { t } from '../support/translator';

const closesAt = new Date('2020-04-03T16:00:00.000Z');
const justBefore = new Date(closesAt.getTime() - 1);
const none: FilingCounts = { on_time: 0, extended: 0, late: 0, missing: 0, pending: 0, early: 0 };

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

/** Any counts; those filed early are some of the on-time ones. */
const anyCounts: fc.Arbitrary<FilingCounts> = fc
  .record({
    on_time: fc.nat(5000),
    extended: fc.nat(5000),
    late: fc.nat(5000),
    missing: fc.nat(5000),
    pending: fc.nat(5000),
    early: fc.nat(5000),
  })
  .map((counts) => ({ ...counts, early: Math.min(counts.early, counts.on_time) }));

describe('the on-time rate', () => {
  test.each([
    ['three of four on time give 75.0%', { on_time: 3, late: 1 }, 750],
    ['13 of 16 are 81.25% and round half up to 81.3%', { on_time: 13, missing: 3 }, 813],
    ['11 of 16 are 68.75% and round half up to 68.8%', { on_time: 11, missing: 5 }, 688],
    ['2 of 3 round up to 66.7%', { on_time: 2, late: 1 }, 667],
    ['37 of 48 round up to 77.1%', { on_time: 37, late: 6, missing: 5 }, 771],
    ['1 of 3 rounds down to 33.3%', { on_time: 1, late: 2 }, 333],
    ['a report filed within a granted extension counts as in time', { on_time: 3, extended: 1 }, 1000],
    [
      'an extension lowers no rate: 13 on time, 1 extended, 1 late and 1 missing give 87.5%',
      { on_time: 13, extended: 1, late: 1, missing: 1 },
      875,
    ],
    ['a missing report counts in the denominator only', { on_time: 3, missing: 1 }, 750],
    ['a pending report counts neither as on time nor in the denominator', { on_time: 3, missing: 1, pending: 12 }, 750],
    ['3,499 of 3,500 give 99.9% and not 100%', { on_time: 3499, missing: 1 }, 999],
    ['1 of 3,500 gives 0.1% and not 0%', { on_time: 1, missing: 3499 }, 1],
    ['the rate is 0 if nobody was on time', { late: 2 }, 0],
    ['the rate is 100.0% if all were on time', { on_time: 16 }, 1000],
    ['there is no rate while nothing is counted', { pending: 16 }, null],
    ['an open period has no rate, however many have filed', { on_time: 11, early: 11, pending: 5 }, null],
    [
      'an open period does not change the rate of the periods before it',
      { on_time: 24, early: 11, missing: 3, pending: 5 },
      813,
    ],
  ])('%s', (_title, counts, rate) => {
    expect(onTimeRate({ ...none, ...counts })).toBe(rate);
  });

  test('the rate lies within half a tenth of the exact share, and is 0 or 1000 only if none or all were in time', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const rate = onTimeRate(counts);
        const inTime = counts.on_time - counts.early + counts.extended;
        const counted = inTime + counts.late + counts.missing;
        expect(countedIn(counts)).toBe(counted);
        expect(dueIn(counts)).toBe(counted + counts.early + counts.pending);
        if (rate === null) return expect(counted).toBe(0);
        expect(Number.isInteger(rate)).toBe(true);
        const isCapped = rate === 1 || rate === 999;
        if (!isCapped) expect(Math.abs(rate - (inTime / counted) * 1000)).toBeLessThanOrEqual(0.5);
        expect(rate === 1000).toBe(inTime === counted);
        expect(rate === 0).toBe(inTime === 0);
      }),
    );
  });

  test('one more report in time never lowers the rate, a late or missing one never raises it, a pending one never changes it', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        fc.pre(countedIn(counts) > 0);
        const rate = onTimeRate(counts) ?? 0;
        const withAnother = (outcome: keyof FilingCounts) => onTimeRate({ ...counts, [outcome]: counts[outcome] + 1 });
        for (const outcome of ['on_time', 'extended'] as const) {
          expect(withAnother(outcome)).toBeGreaterThanOrEqual(rate);
        }
        for (const outcome of ['late', 'missing'] as const) {
          expect(withAnother(outcome)).toBeLessThanOrEqual(rate);
        }
        expect(withAnother('pending')).toBe(rate);
      }),
    );
  });

  test.each([
    ['the rate of a closed period', { on_time: 13, missing: 3 }, '81.3%'],
    ['an open period', { on_time: 11, early: 11, pending: 5 }, '尚未截止'],
    ['nothing that was due', {}, '—'],
  ])('%s is said in words', (_title, counts, words) => {
    expect(rateWords(t, { ...none, ...counts })).toBe(words);
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
