import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalForm } from '@/lib/domain/report/report-snapshot';

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([key, member]) => [key, withKeysReversed(member)]);
  return Object.fromEntries(members.toReversed());
}

describe('the canonical form of a snapshot', () => {
  test('has sorted keys, no spaces and Chinese as it is written', () => {
    expect(canonicalForm({ b: [1, null, true], a: { d: '进展', c: '"' } })).toBe(
      '{"a":{"c":"\\"","d":"进展"},"b":[1,null,true]}',
    );
  });

  test('is the same in whatever order the keys came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalForm(withKeysReversed(value))).toBe(canonicalForm(value));
      }),
    );
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalForm(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('tells any two different texts apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        fc.pre(one !== other);
        expect(canonicalForm({ progress: one })).not.toBe(canonicalForm({ progress: other }));
      }),
    );
  });
});
