import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Counted,
  closedUntil,
  countedName,
  countersOf,
  minutesUntil,
  signInWindow,
  withWrong,
} from '@/lib/domain/accounts/sign-in-bounds';

const start = Date.UTC(2020, 3, 1);
const at = (minutes: number) => new Date(start + minutes * 60_000);
const pair: Counted = { addressKey: '10.0.0.1', userName: 'zhang', device: '' };
const office: Counted = { ...pair, userName: '' };

/** Tries wrong passwords at these instants; gives those that are looked at. */
function lookedAt(counted: Counted, instants: readonly Date[]): Date[] {
  let wrong: Date[] = [];
  return instants.filter((now) => {
    if (closedUntil({ ...counted, wrong }, now)) return false;
    wrong = withWrong(wrong, now);
    return true;
  });
}

/** Instants after one another; most steps are made short, so that a window fills. */
function instantsAfter(steps: readonly number[]): Date[] {
  let last = start;
  return steps.map((step) => {
    last += step % 3 === 0 ? step : step % 20_000;
    return new Date(last);
  });
}

describe('the bounds of wrong passwords', () => {
  test('five wrong passwords close a pair of address and account until fifteen minutes after the last of them', () => {
    const wrong = [0, 1, 2, 3, 14].map(at);
    expect(closedUntil({ ...pair, wrong }, at(16))).toEqual(at(29));
    expect(closedUntil({ ...pair, wrong }, at(29))).toBeNull();
    expect(closedUntil({ ...pair, wrong: wrong.slice(1) }, at(16))).toBeNull();
  });

  test('fifty wrong passwords close an address, and forty-nine do not', () => {
    const wrong = Array.from({ length: 50 }, () => at(0));
    expect(closedUntil({ ...office, wrong }, at(1))).toEqual(at(15));
    expect(closedUntil({ ...office, wrong: wrong.slice(1) }, at(1))).toBeNull();
  });

  test('a wrong password counts for fifteen minutes', () => {
    expect(withWrong([at(0), at(1)], at(15))).toEqual([at(1), at(15)]);
    expect(withWrong([at(0), at(1)], new Date(at(15).getTime() - 1))).toHaveLength(3);
  });

  test('a known device has a count of its own, and no account has one that others could fill', () => {
    const device = { ...pair, device: 'd' };
    expect(countersOf(device)).toEqual([{ addressKey: '', userName: 'zhang', device: 'd' }]);
    expect(countersOf(pair)).toEqual([office, pair]);
    for (const counter of [...countersOf(device), ...countersOf(pair)])
      expect(counter.addressKey !== '' || counter.device !== '').toBe(true);
  });

  test('of any wrong passwords at any times no fifteen minutes have more looked at than the bound', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: signInWindow }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(fc.constantFrom<[Counted, number]>([pair, 5], [office, 50]), gaps, ([counted, bound], steps) => {
        const seen = lookedAt(counted, instantsAfter(steps));
        const most = seen.map((first) => {
          const end = first.getTime() + signInWindow;
          return seen.filter((one) => one >= first && one.getTime() < end).length;
        });
        return Math.max(...most) <= bound;
      }),
    );
  });

  test('the minutes of a lock are rounded up, and never none', () => {
    expect(minutesUntil(at(15), at(0))).toBe(15);
    expect(minutesUntil(at(15), new Date(at(0).getTime() + 1))).toBe(15);
    expect(minutesUntil(at(15), at(14.99))).toBe(1);
  });

  test('spellings of one user name that differ in case or width are counted as one', () => {
    expect(new Set(['wangwu', 'WangWu', 'ｗangwu'].map(countedName))).toEqual(new Set(['wangwu']));
  });
});
