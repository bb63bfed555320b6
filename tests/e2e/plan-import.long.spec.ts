import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import imports from '@/lib/text/zh-CN/division/imports.json' with { type: 'json' };
import { type Officer, OwnPortal } from '../support/own-portal';
import { openAs } from '../support/pages/own-portal-page';
import { PlanImportPage } from '../support/pages/plan-import-page';
import { test } from '../support/pages/test';
import { bindingPart, expectedPlan } from '../support/plan-samples';

type Unit = string | { group: string };
type Task = {
  text: string;
  leads?: Unit[];
  supports?: Unit[];
  target?: string;
  content?: string;
  due?: { text: string; on?: string };
};
type Problem = {
  code: keyof typeof imports.problems;
  severity?: 'warning';
  line?: number;
  table?: number;
  row?: number;
  sheet?: string;
  cell?: string;
  column?: string | number;
};
type Head = { title?: string; issuer?: string; issuedOn?: string; contactOffice?: string; year?: number };
type Expected = Head & { ok: boolean; tasks?: Task[]; problems?: Problem[] };

const samples = readdirSync('tests/support/plans').filter((name) => name.includes('.'));
const resultOf = (name: string) => expectedPlan(name.replace(/\.\w+$/, '')) as Expected;
const right = samples.filter((name) => resultOf(name).ok);
/** Files of which nothing can be kept, because their characters are lost. */
const unreadable = new Set(['m2-broken-quote.csv', 'm4-mojibake.csv', 'j5-utf-16-without-mark.txt']);

const nameOf = (unit: Unit) => (typeof unit === 'string' ? unit : unit.group);
const unitsOf = ({ leads = [], supports = [] }: Task) => [...leads, ...supports].map(nameOf);

let portal: OwnPortal;
let coordinator: Officer;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-import-'));
  portal = await OwnPortal.start();
  await portal.sql(`INSERT INTO "Office" (id, code, name) VALUES (gen_random_uuid(), 'keji', '高新技术处')`);
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The longest part of a sentence that says the same of every file. */
function wordsOf(code: Problem['code']): string {
  const parts = imports.problems[code]
    .replaceAll(/\{[^{}]*(\{[^{}]*(\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/g, '\n')
    .split('\n');
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** The row of a problem as the preview names it; null for a problem of the whole file. */
function rowNameOf({ line, table, row, sheet, cell }: Problem): string | null {
  if (table !== undefined) return `表${table}第${row}行`;
  if (cell !== undefined) return `${sheet}第${cell.replace(/^[A-Z]+/, '')}行`;
  return line === undefined ? null : `第${line}行`;
}

/** The place of a column among the cells of a row, of which some span several columns. */
function placeIn(row: Locator, column: number): Promise<number> {
  return row.evaluate((element, wanted) => {
    const cells = [...element.querySelectorAll('td')];
    return cells.findIndex(
      (_, index) => cells.slice(0, index).reduce((sum, { colSpan }) => sum + colSpan, 0) === wanted,
    );
  }, column);
}

/** The cell of a problem: below the name of its column, or in the place of its letter. */
async function cellOf(row: Locator, { code, column, cell }: Problem): Promise<Locator> {
  if (typeof column === 'string') return row.locator(`td[data-label="${column}"]`);
  // Some are problems of their whole row, which the first of its cells names.
  if (cell === undefined || code === 'header-missing' || code === 'row-hidden') return row;
  return row.locator('td').nth(await placeIn(row, cell.charCodeAt(0) - 'A'.charCodeAt(0)));
}

async function expectProblem(page: Page, problem: Problem): Promise<void> {
  const rowName = rowNameOf(problem);
  const header = page.getByRole('rowheader').filter({ hasText: new RegExp(`^${rowName}`) });
  const row = page.getByRole('row').filter({ has: header });
  const place = rowName === null ? page.getByRole('main') : await cellOf(row, problem);
  const severity = rowName === null ? '' : problem.severity === 'warning' ? '提醒：' : '错误：';
  const said = place
    .getByRole('listitem')
    .filter({ hasText: severity })
    .filter({ hasText: wordsOf(problem.code) });
  await expect(said).toHaveCount(1);
}

async function expectTask(page: Page, task: Task, number: number): Promise<void> {
  const state = page.getByRole('rowheader').filter({ hasText: new RegExp(`任务${number}(?!\\d)`) });
  const row = page.getByRole('row').filter({ has: state });
  const [first = ''] = task.text.split('\n');
  for (const words of [first, ...unitsOf(task), task.target ?? '', task.due?.text ?? ''])
    await expect(row).toContainText(words);
}

async function expectHead(preview: PlanImportPage, expected: Pick<Expected, keyof Head>): Promise<void> {
  await expect(preview.head('标题')).toHaveText(expected.title ?? '（空）');
  await expect(preview.head('发文单位')).toHaveText(expected.issuer ?? '（空）');
  await expect(preview.head('成文日期')).toHaveText(expected.issuedOn ?? '（空）');
  await expect(preview.head('联系处室')).toHaveText(expected.contactOffice ?? '（空）');
  await expect(preview.head('年度')).toHaveText(String(expected.year));
}

const counted = (table: string) =>
  portal.sql<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`).then(([row]) => row?.count);

for (const name of samples)
  test(`the preview of ${name} has its tasks, or its problems at their cells`, async ({ browser }) => {
    const { ok, tasks = [], problems = [], ...head } = resultOf(name);
    const page = await openAs(browser, portal, coordinator);
    const preview = new PlanImportPage(page);
    const before = await counted('PlanImport');
    await preview.choosesSample(name);
    if (unreadable.has(name)) {
      await expect(page.getByRole('main').getByRole('alert')).toContainText(wordsOf(problems[0]?.code ?? 'file-empty'));
      expect(await counted('PlanImport')).toBe(before);
      return;
    }
    const errors = problems.filter(({ severity }) => severity !== 'warning').length;
    const warnings = problems.length - errors;
    await expect(preview.counts).toContainText(errors === 0 ? '没有错误' : `${errors}处错误`);
    await expect(preview.counts).toContainText(warnings === 0 ? '没有提醒' : `${warnings}处提醒`);
    await expect(page.getByRole('listitem').filter({ hasText: /^(错误|提醒)：/ })).toHaveCount(problems.length);
    for (const problem of problems) await expectProblem(page, problem);
    await expect(preview.storing).toBeHidden();
    if (!ok) return;
    const units = new Set(tasks.flatMap(unitsOf)).size;
    await expect(preview.counts).toHaveText(new RegExp(`^读到${tasks.length}项任务.*${units}个单位名称待核对。$`));
    await expectHead(preview, head);
    for (const [index, task] of tasks.entries()) await expectTask(page, task, index + 1);
  });

test('previews store no plan, no task and no agency', async () => {
  expect(await Promise.all(['Plan', 'Task', 'Agency'].map(counted))).toEqual([0, 0, 0]);
});

/** The tasks that the command reads in a file; those of an export have codes. */
function tasksIn(file: string, { year }: Expected): Promise<Task[]> {
  const command = [
    '--conditions=react-server',
    '--import',
    'tsx',
    'scripts/plan-import.ts',
    file,
    '--check',
    '--year',
    String(year),
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, (error, stdout) => {
      if (error) return reject(new Error(stdout || error.message));
      const { tasks } = bindingPart(JSON.parse(stdout)) as { tasks: (Task & { code?: string })[] };
      resolve(tasks.map(({ code: _, ...task }) => task));
    });
  });
}

/** The agencies that support a task have the register's order, not the file's. */
const inOrder = ({ supports = [], ...task }: Task) => ({ ...task, supports: supports.map(nameOf).toSorted() });

/** Writes a part of the notice that the file does not have. */
async function write(preview: PlanImportPage, name: string, typed: string): Promise<void> {
  const part = preview.head(name);
  await part.getByRole('button').click();
  await part.getByRole('textbox').fill(typed);
  await part.getByRole('textbox').press('Enter');
  await expect(part).toHaveText(typed);
}

const missing = { 标题: '试验计划', 发文单位: '某市', 成文日期: '2026-02-05', 联系处室: '综合处' };

for (const [index, name] of right.entries())
  test(`${name} is stored with exactly its tasks, which its export has again`, async ({ browser }) => {
    const page = await openAs(browser, portal, coordinator);
    const preview = new PlanImportPage(page);
    await preview.choosesSample(name);
    await preview.settleUnits();
    for (const [part, typed] of Object.entries(missing))
      if ((await preview.head(part).textContent()) === '（空）') await write(preview, part, typed);
    await write(preview, '计划编号', `p${index}`);
    await preview.storing.click();
    await expect(page).toHaveURL(`${portal.url}/plans/p${index}`);
    const answer = await page.request.get(`/plans/p${index}/export`);
    const file = path.join(folder, `${index}.xlsx`);
    await writeFile(file, await answer.body());
    expect((await tasksIn(file, resultOf(name))).map(inOrder)).toEqual(resultOf(name).tasks?.map(inOrder));
  });
