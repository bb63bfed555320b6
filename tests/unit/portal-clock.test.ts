import { afterEach, expect, test, vi } from 'vitest';
import { portalTime } from '@/components/reports/countdown/portal-clock';

afterEach(() => vi.useRealTimers());

test('the portal’s time goes on from the newest statement, and an older one that comes back does not turn it back', () => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-01-01T00:00:00Z'));
  const first = new Date('2020-04-02T01:00:00Z');
  expect(portalTime(first)).toEqual(first);
  vi.advanceTimersByTime(60_000);
  expect(portalTime(first)).toEqual(new Date('2020-04-02T01:01:00Z'));
  const second = new Date('2020-04-02T02:00:00Z');
  expect(portalTime(second)).toEqual(second);
  vi.advanceTimersByTime(1_000);
  expect(portalTime(first)).toEqual(new Date('2020-04-02T02:00:01Z'));
});
