import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bundled } from '@/components/live/bundled';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a bundled function runs at once at its first call', () => {
  const run = vi.fn();
  bundled(run, 1_000)();
  expect(run).toHaveBeenCalledTimes(1);
});

test('a bundled function runs at most once a second however often it is called, and never loses the last call', () => {
  const run = vi.fn();
  const soon = bundled(run, 1_000);
  for (let call = 0; call < 50; call += 1) {
    soon();
    vi.advanceTimersByTime(50);
  }
  expect(run).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(4);
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledTimes(4);
});

test('a bundled function runs at once again after a pause of one interval', () => {
  const run = vi.fn();
  const soon = bundled(run, 1_000);
  soon();
  vi.advanceTimersByTime(1_000);
  soon();
  expect(run).toHaveBeenCalledTimes(2);
});

test('a bundled function that is cancelled drops the call that was waiting', () => {
  const run = vi.fn();
  const soon = bundled(run, 1_000);
  soon();
  soon();
  soon.cancel();
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(1);
});
