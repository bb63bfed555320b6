import { describe, expect, test } from 'vitest';
import { isPlain } from '@/components/review/report/shortcuts';

const pressed = {
  key: 'n',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
};

describe('a key of the review page', () => {
  test('counts as it is, also with caps lock', () => {
    expect(isPlain(pressed, 'n')).toBe(true);
    expect(isPlain({ ...pressed, key: 'N' }, 'n')).toBe(true);
    expect(isPlain(pressed, 'p')).toBe(false);
  });

  test.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'repeat', 'isComposing', 'defaultPrevented'] as const)(
    'is not the portal’s with %s',
    (trait) => {
      expect(isPlain({ ...pressed, [trait]: true }, 'n')).toBe(false);
    },
  );
});
