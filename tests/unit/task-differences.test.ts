import { expect, test } from 'vitest';
import { plainTask } from '@/lib/domain/plan/task';
import { type StoredTask, taskDifferences } from '@/lib/domain/plan/task-differences';

const facts = (number: string, text: string, leads = ['a']) => ({ ...plainTask(text, leads), number });
const stored = (code: string, number: string, text: string): StoredTask => ({
  id: code,
  code,
  facts: facts(number, text),
});

const plan = [stored('p-01', '1', '甲'), stored('p-02', '2', '乙'), stored('p-03', '3', '丙')];

const found = (tasks: Parameters<typeof taskDifferences>[1]) =>
  taskDifferences(plan, tasks).map((difference) =>
    difference.kind === 'added'
      ? `added ${difference.facts.text}`
      : difference.kind === 'gone'
        ? `gone ${difference.stored.code}`
        : `changed ${difference.stored.code} ${difference.fields.join()}`,
  );

const unchanged = plan.map(({ code, facts: same }) => ({ code, facts: same }));

test('an export that nobody has changed differs in nothing', () => {
  expect(found(unchanged)).toEqual([]);
});

test('a task is found by its code, whatever else has changed', () => {
  expect(found([{ code: 'p-01', facts: facts('9', '子', ['b']) }, ...unchanged.slice(1)])).toEqual([
    'changed p-01 number,text,leads',
  ]);
});

test('without codes a task is found by its text, then by its number', () => {
  const tasks = [facts('1', '甲'), facts('3', '乙'), facts('3', '丙改')].map((each) => ({ code: null, facts: each }));
  expect(found(tasks)).toEqual(['changed p-02 number', 'changed p-03 text']);
});

test('new and missing tasks are named', () => {
  expect(found([...unchanged.slice(0, 2), { code: null, facts: facts('4', '丁') }])).toEqual(['added 丁', 'gone p-03']);
});

test('the order of supporting agencies is no difference, that of the leads is', () => {
  const before = [{ id: 'x', code: 'x', facts: { ...facts('1', '甲', ['a', 'b']), supports: ['c', 'd'] } }];
  const swapped = { ...facts('1', '甲', ['b', 'a']), supports: ['d', 'c'] };
  expect(taskDifferences(before, [{ code: 'x', facts: swapped }])).toMatchObject([
    { kind: 'changed', fields: ['leads'] },
  ]);
});
