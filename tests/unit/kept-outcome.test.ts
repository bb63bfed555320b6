import { expect, test } from 'vitest';
import { keptOutcome } from '@/components/filing/editor/autosave/kept-outcome';

const [own, other] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'];
const kept = { content: '关闭前E', base: '2', sent: null, tabId: own };
const stored = { content: '关闭前', version: 2, tabId: own };

test('a text typed from the stored version is the next one', () => {
  expect(keptOutcome(kept, stored)).toBe('next');
  expect(keptOutcome({ ...kept, base: '0' }, { content: '', version: 0 })).toBe('next');
});

test('a text that is stored already is overtaken, whoever stored it', () => {
  expect(keptOutcome(kept, { ...stored, content: '关闭前E', version: 3, tabId: other })).toBe('overtaken');
});

test('a text is overtaken by a longer one that the same window sent when it was closed', () => {
  expect(keptOutcome(kept, { ...stored, content: '关闭前E。', version: 3 })).toBe('overtaken');
  expect(keptOutcome({ ...kept, sent: { content: '关闭' } }, { ...stored, content: '关闭前E。', version: 4 })).toBe(
    'overtaken',
  );
});

test('a text typed on from one that was sent without an answer is the next one, also where that is stored', () => {
  const typedOn = { ...kept, content: '关闭前E。', sent: { content: '关闭前E' } };
  expect(keptOutcome(typedOn, { ...stored, content: '关闭前E', version: 3 })).toBe('next');
});

test('a text stands beside another that somebody else, or another window, has stored since', () => {
  expect(keptOutcome(kept, { ...stored, content: '同事写的', version: 3, tabId: other })).toBe('beside');
  expect(keptOutcome(kept, { content: '以前保存的', version: 3 })).toBe('beside');
});

test('a text typed from a later version than the page knows stands beside it', () => {
  expect(keptOutcome({ ...kept, base: '5' }, stored)).toBe('beside');
});
