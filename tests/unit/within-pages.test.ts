import { describe, expect, test } from 'vitest';
import type { Page } from '@/lib/domain/review/urgency';
import { withinPages } from '@/lib/server/database/within-pages';

const rows = ['甲', '乙', '丙', '丁', '戊'];
const read = async ({ number, size }: Page, all = rows) => ({
  rows: all.slice((number - 1) * size, number * size),
  total: all.length,
});

describe('a page of a list', () => {
  test('a page that is there is read as it was asked for', async () => {
    expect(await withinPages({ number: 2, size: 2 }, read)).toEqual({ rows: ['丙', '丁'], total: 5, page: 2 });
  });

  test('a page beyond the last one is the last one', async () => {
    for (const number of [4, 9, 100_000]) {
      expect(await withinPages({ number, size: 2 }, read)).toEqual({ rows: ['戊'], total: 5, page: 3 });
    }
  });

  test('a page of an empty list is the first one', async () => {
    const nothing = await withinPages({ number: 7, size: 2 }, (page) => read(page, []));
    expect(nothing).toEqual({ rows: [], total: 0, page: 1 });
  });
});
