import { expect, test } from 'vitest';
import { newerThanChromium86 } from '../support/script-syntax';

test.each([
  ['class A { static { run(); } }', ['a static block']],
  ['class A { #a; static is(b) { return #a in b; } }', ['#name in object']],
  ['/a/d.exec(b)', ['the flags d']],
  ['list.toSorted().findLast(is)', ['findLast', 'toSorted']],
  ['Object.groupBy(list, key); structuredClone(list)', ['Object.groupBy', 'structuredClone']],
])('%s is newer than Chromium 86', (script, newer) => {
  expect(newerThanChromium86(script).sort()).toEqual(newer);
});

test('what Chromium 86 knows is let pass', () => {
  const script = 'class A { #a = 1n; b = this.#a ?? 2; } a?.b; c ??= 1_000; Promise.any(list); text.replaceAll(a, b)';
  expect(newerThanChromium86(script)).toEqual([]);
});
