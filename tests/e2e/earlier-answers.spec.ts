import { expect } from '@playwright/test';
import {
  answerOf,
  contentIn,
  type EarlierAnswers,
  readEarlierAnswers,
  startOnEarlierDatabase,
} from '../support/earlier-answers';
import type { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';

let portal: OwnPortal;
let earlier: EarlierAnswers;

test.beforeAll(async () => {
  [portal, earlier] = [await startOnEarlierDatabase(), await readEarlierAnswers()];
});

test.afterAll(() => portal?.stop());

const tasks = '/api/v1/plans/2020/tasks';

test('the open data of 2020 and the subscribed calendars are byte for byte what they were before there were other plans', async () => {
  const { [tasks]: _, ...same } = earlier.data;
  expect(Object.keys(same)).toHaveLength(10);
  for (const [address, body] of Object.entries(same)) expect(await answerOf(portal, address), address).toBe(body);
});

/** The keys that the row of a task has since then. */
const newKeys = [
  ...['number', 'headings', 'shortTitle', 'measures', 'target', 'dueText', 'dueOn', 'dueKind', 'endedFrom', 'groups'],
  ...['leads', 'leadAgencies'],
];

type TaskRow = Record<string, unknown> & { leadAgency: object };

test('a task of 2020 in the open data has twelve keys more, and all others are byte for byte what they were', async () => {
  const { tasks: rows, ...rest } = JSON.parse(await answerOf(portal, tasks)) as { tasks: TaskRow[] };
  const before = rows.map((row) => {
    const { leadAgency } = row;
    expect(row).toMatchObject({
      ...{ number: '', headings: [], measures: [], target: '', dueText: '', dueOn: null, dueKind: 'none' },
      ...{ endedFrom: null, groups: [], leadAgencies: [leadAgency] },
      leads: [{ ...leadAgency, fromPeriod: null, untilPeriod: null }],
    });
    return Object.fromEntries(Object.entries(row).filter(([key]) => !newKeys.includes(key)));
  });
  const keysOf = (row: object | undefined) => Object.keys(row ?? {});
  expect(keysOf(rows[0]).filter((key) => newKeys.includes(key))).toEqual(newKeys);
  expect(JSON.stringify({ ...rest, tasks: before })).toBe(earlier.data[tasks]);
});

test('the pages of agencies are what they were', async () => {
  for (const address of ['/agencies/04', '/agencies/05'])
    expect(contentIn(await answerOf(portal, address)), address).toBe(earlier.pages[address]);
});

const box = { begins: '<div class="grid gap-8"><div class="grid gap-3">', ends: '</div></div>' };

/** The content of a page without the box: its end is where the page goes on with something else than before. */
function withoutBox(content: string, before: string): string {
  const inside = content.replace(box.begins, '');
  let place = 0;
  while (place < before.length && inside[place] === before[place]) place += 1;
  return inside.slice(0, place) + inside.slice(place + box.ends.length);
}

test('the pages of tasks have a box more around their reports, which the forms of other plans need, and nothing else', async () => {
  for (const address of ['/tasks/2020-01', '/tasks/2020-16']) {
    const before = earlier.pages[address] ?? '';
    const content = contentIn(await answerOf(portal, address));
    expect(content).toContain(box.begins);
    expect(withoutBox(content, before), address).toBe(before);
  }
});
