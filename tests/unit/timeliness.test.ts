import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelinessOf } from '@/lib/domain/deadline/timeliness';

const closesAt = new Date('2020-04-03T16:00:00.000Z');
const period = { closesAt, provisional: false };
const extension = { closesAt: new Date('2020-04-10T16:00:00.000Z'), decidedAt: new Date('2020-04-03T15:59:59.999Z') };

function millisecondsAfter(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

describe('the timeliness of a first filing', () => {
  it('a first filing is on time until the last millisecond before the closing instant', () => {
    expect(timelinessOf(millisecondsAfter(closesAt, -1), period, null)).toBe('on_time');
    expect(timelinessOf(millisecondsAfter(closesAt, -1), period, extension)).toBe('on_time');
  });

  it('a first filing is late from the closing instant on', () => {
    expect(timelinessOf(closesAt, period, null)).toBe('late');
    expect(timelinessOf(millisecondsAfter(closesAt, 1), period, null)).toBe('late');
  });

  it('a first filing counts as extended if an extension decided in time covers it', () => {
    expect(timelinessOf(closesAt, period, extension)).toBe('extended');
    expect(timelinessOf(millisecondsAfter(extension.closesAt, -1), period, extension)).toBe('extended');
  });

  it('a first filing is late from the closing instant of its extension on', () => {
    expect(timelinessOf(extension.closesAt, period, extension)).toBe('late');
  });

  it('a first filing is late under an extension that was decided when the period had closed (补报)', () => {
    expect(timelinessOf(closesAt, period, { ...extension, decidedAt: closesAt })).toBe('late');
    expect(timelinessOf(closesAt, period, { ...extension, decidedAt: millisecondsAfter(closesAt, 1) })).toBe('late');
  });

  it('a first filing is on time at any instant while the deadline is provisional', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (at) => {
        expect(timelinessOf(at, { closesAt, provisional: true }, null)).toBe('on_time');
      }),
    );
  });
});
