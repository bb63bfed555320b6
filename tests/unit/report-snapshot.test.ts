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
  test('the canonical form has sorted keys, no spaces and unescaped Chinese', () => {
    expect(canonicalForm({ b: [1, null, true], a: { d: '进展', c: '"' } })).toBe(
      '{"a":{"c":"\\"","d":"进展"},"b":[1,null,true]}',
    );
  });

  test('the canonical form does not depend on the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalForm(withKeysReversed(value))).toBe(canonicalForm(value));
      }),
    );
  });

  test('the canonical form keeps the whole value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalForm(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('two different texts have different canonical forms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        fc.pre(one !== other);
        expect(canonicalForm({ progress: one })).not.toBe(canonicalForm({ progress: other }));
      }),
    );
  });
});
