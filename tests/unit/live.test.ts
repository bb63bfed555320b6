import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newTabId } from '@/components/forms/kept-texts/tab-id';
import type { Presence } from '@/lib/schemas/live';
import {
  noTabsPresent,
  type PresentTabs,
  presenceIntervals,
  presenceOf,
  withoutExpired,
  withoutTab,
  withPresence,
  writersOf,
} from '@/lib/server/live/present-tabs';

const now = new Date('2026-11-25T03:00:00.000Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

const tab = (name: string, number = 1, taskId: string | null = null, at = now.toISOString()): Presence => ({
  tabId: `${name}-${number}`,
  accountId: name,
  name,
  taskId,
  at,
});

const present = (...tabs: Presence[]): PresentTabs =>
  tabs.reduce((filled, presence) => withPresence(filled, presence, now), noTabsPresent);

const seen = (filled: PresentTabs, reader: Presence) =>
  writersOf(filled)(reader).map(({ name, taskId }) => [name, taskId]);

describe('the writers shown beside a tab', () => {
  test('a tab shows everybody else on the page and not itself, the earliest first', () => {
    const late = tab('李四', 1, 'task-2', later(5).toISOString());
    expect(seen(present(late, tab('王五'), tab('张三')), tab('张三'))).toEqual([
      ['王五', null],
      ['李四', 'task-2'],
    ]);
  });

  test('an account is shown once however many tabs it has open, and once for each task that it writes in', () => {
    const tabs = [
      tab('李四', 1),
      tab('李四', 2, 'a'),
      tab('李四', 3, 'a'),
      tab('李四', 4, 'b'),
      tab('王五', 1),
      tab('王五', 2),
    ];
    expect(seen(present(...tabs), tab('张三'))).toEqual([
      ['李四', 'a'],
      ['李四', 'b'],
      ['王五', null],
    ]);
  });

  test("the reader's own account in another tab is marked", () => {
    const writers = writersOf(present(tab('张三', 1), tab('张三', 2, 'a'), tab('李四')))(tab('张三', 1));
    expect(writers.map(({ name, isYou }) => [name, isYou])).toEqual([
      ['张三', true],
      ['李四', false],
    ]);
  });

  test('a tab that is alone on the page shows nobody', () => {
    expect(seen(present(tab('张三')), tab('张三'))).toEqual([]);
  });
});

describe('the presence of a tab', () => {
  test('a tab is gone when its process has been silent for longer than 25 seconds, and not before', () => {
    const filled = withPresence(present(tab('李四')), tab('王五'), later(10_000));
    const left = (milliseconds: number) => seen(withoutExpired(filled, later(milliseconds)), tab('张三'));
    expect(left(presenceIntervals.expiry)).toHaveLength(2);
    expect(left(presenceIntervals.expiry + 1)).toEqual([['王五', null]]);
    expect(left(10_000 + presenceIntervals.expiry + 1)).toEqual([]);
  });

  test('a tab stays present after two lost heartbeats', () => {
    expect(presenceIntervals.expiry).toBeGreaterThan(2 * presenceIntervals.heartbeat);
  });

  test('a tab that signs off is gone at once', () => {
    expect(seen(withoutTab(present(tab('李四'), tab('王五')), tab('李四')), tab('张三'))).toEqual([['王五', null]]);
  });

  test('an older heartbeat that arrives late keeps a tab present but does not change its task', () => {
    const newest = tab('李四', 1, 'b', later(1).toISOString());
    const filled = withPresence(present(newest), tab('李四', 1, 'a'), later(20_000));
    expect(presenceOf(filled, newest)).toEqual(newest);
    expect(seen(withoutExpired(filled, later(40_000)), tab('张三'))).toEqual([['李四', 'b']]);
  });

  test('only the account of a tab can move it or sign it off', () => {
    const forged = { ...tab('王五', 1, 'a'), tabId: tab('李四').tabId };
    const filled = withPresence(present(tab('李四')), forged, now);
    expect(presenceOf(filled, tab('李四'))).toEqual(tab('李四'));
    expect(seen(withoutTab(filled, forged), tab('张三'))).toEqual([['李四', null]]);
  });

  test('a tab is in the task of its newest message, in whatever order its messages arrive', () => {
    const words = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (seconds) => {
        const said = seconds.map((second) => tab('李四', 1, `task-${second}`, later(second * 1_000).toISOString()));
        expect(presenceOf(present(...said), tab('李四'))?.taskId).toBe(`task-${Math.max(...seconds)}`);
      }),
    );
  });
});

test('the id of a tab is a UUID of version 4 and unique among a hundred', () => {
  const names = Array.from({ length: 100 }, newTabId);
  expect(
    names.filter((name) => !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(name)),
  ).toEqual([]);
  expect(new Set(names).size).toBe(100);
});
