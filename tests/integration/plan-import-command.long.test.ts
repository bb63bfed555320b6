import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { makeOffice } from '../support/plan-imports';
import { bindingPart, expectedPlan } from '../support/plan-samples';
import { sql } from '../support/sql';

const samples = path.resolve('tests/support/plans');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plan-import-'));
  await makeOffice('keji');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The answers of the command that is called in a folder of its own, as npm calls it. */
function run(cwd: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, INIT_CWD: cwd };
  const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/plan-import.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env, maxBuffer: 10_000_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr: stderr.trim() }),
    );
  });
}

const plans = () =>
  sql(
    `SELECT p.code, o.code AS office, p.status::text, (SELECT count(*)::int FROM "Task" t WHERE t."planId" = p.id) AS tasks
     FROM "Plan" p JOIN "Office" o ON o.id = p."officeId" ORDER BY p.code`,
    [],
  );

const storedOf = (json: object) => ({ ...(json as { stored?: string }), stored: undefined });

test('a right file is stored as a draft of the office under the code, with its plan as JSON alone on standard output', async () => {
  const { code, stdout, stderr } = await run(samples, 'g2-by-task.csv', '--office', 'keji', '--code', 'k1');
  expect(stderr).toContain(messages.planImported('k1', 'keji处', 5));
  expect(code).toBe(0);
  const expected = storedOf(expectedPlan('g2-by-task') as object);
  expect(storedOf(bindingPart(JSON.parse(stdout)) as object)).toEqual(expected);
  expect(await plans()).toEqual([{ code: 'k1', office: 'keji', status: 'draft', tasks: 5 }]);
});

test('a faulty file is refused with every problem at its place, and nothing is stored', async () => {
  const before = await plans();
  const { code, stdout, stderr } = await run(samples, 'm1-missing-cell.txt', '--office', 'keji', '--code', 'k2');
  expect(bindingPart(JSON.parse(stdout))).toEqual(expectedPlan('m1-missing-cell'));
  expect(stderr).toContain(messages.planImportRefused(2));
  expect(code).toBe(1);
  expect(await plans()).toEqual(before);
});

test('the year of the command counts where the file has none, and is the code of the plan', async () => {
  await writeFile(path.join(folder, 'year.csv'), '序号,任务,牵头单位,完成时限\n1,治理河道,市水务局,年底前');
  const { code, stdout } = await run(folder, 'year.csv', '--year', '2027', '--office', 'keji');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ year: 2027, tasks: [{ due: { on: '2027-12-31' } }] });
  expect(await plans()).toContainEqual({ code: '2027', office: 'keji', status: 'draft', tasks: 1 });
});

test.each([
  ['a code that is taken', ['g2-by-task.csv', '--office', 'keji', '--code', '2027'], messages.planCodeTaken('2027')],
  [
    'an unknown office',
    ['g2-by-task.csv', '--office', 'nowhere', '--code', 'k3'],
    messages.planOfficeUnknown('nowhere'),
  ],
  ['a file that is not there', ['none.csv'], messages.planFileMissing('none.csv', 'ENOENT')],
  ['a year of another century', ['g2-by-task.csv', '--year', '1999'], messages.planImportUsage],
  ['a code with other characters', ['g2-by-task.csv', '--code', '计划'], messages.planImportUsage],
  ['no file', [], messages.planImportUsage],
])('%s is refused with a sentence, without JSON and with nothing stored', async (_case, args, sentence) => {
  const before = await plans();
  const { code, stdout, stderr } = await run(samples, ...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(await plans()).toEqual(before);
});
