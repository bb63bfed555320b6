import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { PageStore } from '@/scripts/web/public-pages/page-store';
import { publicAddress } from '@/scripts/web/public-pages/public-address';
import { PublicChanges } from '@/scripts/web/public-pages/public-changes';

const asked = (url: string, { method = 'GET', headers = {} }: Partial<IncomingMessage> = {}) =>
  publicAddress({ url, method, headers } as IncomingMessage);

describe('the address of a public page', () => {
  test.each([
    '/',
    '/tasks',
    '/tasks?page=2',
    '/tasks/2020-01',
    '/agencies/04',
    '/notice',
    '/notice/keji-2026?page=2',
    '/deadlines?page=3',
    '/site-map',
    '/api/v1/plans',
    '/api/v1/plans/2020',
    '/api/v1/plans/2020/tasks?page=20',
    '/api/v1/deadlines/2025Q3',
    '/api/v1/deadlines/2026M03',
    '/api/v1/deadlines/2026',
  ])('%s is kept under itself', (url) => {
    expect(asked(url)).toBe(url);
    expect(asked(url, { method: 'HEAD' })).toBe(url);
  });

  test.each([
    ['/tasks?x=1&y=2', '/tasks'],
    ['/tasks?page=1', '/tasks'],
    ['/tasks?page=0', '/tasks'],
    ['/tasks?page=-3', '/tasks'],
    ['/tasks?page=99999999', '/tasks'],
    ['/tasks?x=1&page=2', '/tasks?page=2'],
    ['/tasks/2020-01?page=2', '/tasks/2020-01'],
  ])('%s is no second copy of %s', (url, address) => {
    expect(asked(url)).toBe(address);
  });

  test.each(['/sign-in', '/receipts', '/receipts/2020Q1-04-1-ABCDEFGHJK', '/filing', '/review/1', '/api/health', '/x'])(
    '%s is never kept',
    (url) => {
      expect(asked(url)).toBeNull();
    },
  );

  test.each([
    '/tasks/%00',
    '/tasks/..%2F..',
    '/agencies/a/b',
    `/tasks/${'9'.repeat(40)}`,
    '/api/v1/deadlines/2025Q5',
    '//tasks',
  ])('%s has not the shape of a public address', (url) => {
    expect(asked(url)).toBeNull();
  });

  test('what is no plain reading is never answered from memory', () => {
    expect(asked('/tasks', { method: 'POST' })).toBeNull();
    expect(asked('/tasks', { headers: { rsc: '1' } })).toBeNull();
  });
});

describe('the kept pages', () => {
  const entry = (bytes: number) => ({ bytes });

  test('no more bytes are kept than allowed, and those go that were used longest ago', () => {
    const store = new PageStore<{ bytes: number }>(100);
    store.set('a', entry(40));
    store.set('b', entry(40));
    store.get('a');
    store.set('c', entry(40));
    expect([store.get('a'), store.get('b'), store.get('c')]).toEqual([entry(40), undefined, entry(40)]);
  });

  test('a page that is larger than everything allowed is not kept', () => {
    const store = new PageStore<{ bytes: number }>(100);
    store.set('a', entry(101));
    expect(store.get('a')).toBeUndefined();
  });

  test('a page that takes the place of an earlier one counts once', () => {
    const store = new PageStore<{ bytes: number }>(100);
    for (let round = 0; round < 5; round += 1) store.set('a', entry(60));
    store.set('b', entry(40));
    expect([store.get('a'), store.get('b')]).toEqual([entry(60), entry(40)]);
  });
});

describe('public changes', () => {
  const shows = (...reports: string[]) => new Set(reports);

  test('a change of one report concerns the content that shows its state, and no other', () => {
    const changes = new PublicChanges();
    const before = changes.count();
    changes.record('r1');
    expect(changes.areNoneSince(before, shows('r1', 'r2'))).toBe(false);
    expect(changes.areNoneSince(before, shows('r2'))).toBe(true);
    expect(changes.areNoneSince(changes.count(), shows('r1'))).toBe(true);
  });

  test('a change without a report concerns everything made before it', () => {
    const changes = new PublicChanges();
    const before = changes.count();
    changes.record();
    expect(changes.areNoneSince(before, shows())).toBe(false);
    expect(changes.areNoneSince(changes.count(), shows())).toBe(true);
  });

  test('changes of more reports than are told apart count as a change of everything', () => {
    const changes = new PublicChanges();
    const before = changes.count();
    for (let number = 0; number <= 10_000; number += 1) changes.record(`r${number}`);
    expect(changes.areNoneSince(before, shows('another'))).toBe(false);
  });
});
