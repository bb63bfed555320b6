import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TaskDifference, taskDifferences } from '@/lib/domain/plan/task-differences';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { readSource } from '@/lib/imports/plan/source-of-file';
import type { ExportedPlan } from '@/lib/plans/export/data';
import { taskWorkbook } from '@/lib/plans/export/task-workbook';
import { listRunningTasks } from '@/lib/plans/import/storing/data';
import { makeAccount } from '../support/accounts';
import { gathered } from '../support/documents';
import { given, importsOf, makeOffice } from '../support/plan-imports';
import { samplePlan } from '../support/plan-samples';
import { one, type Row } from '../support/sql';

const run = promisify(execFile);

let imports: ReturnType<typeof importsOf>;
let plan: ExportedPlan;

async function exported(of = plan): Promise<Buffer> {
  const { bytes } = await taskWorkbook(of);
  return gathered(Readable.from(bytes));
}

/** The differences between the plan and a file that is imported into it. */
async function differencesOf(file: Buffer): Promise<TaskDifference[]> {
  const id = await imports.begin('export.xlsx', file, 'round');
  const { reading } = await imports.read(id);
  expect(reading.problems).toEqual([]);
  const idsOf = (name: string) => {
    const meaning = reading.units.find((unit) => unit.name === name)?.meaning;
    return meaning?.kind === 'agencies' ? meaning.ids : [];
  };
  return taskDifferences(await listRunningTasks(plan.id), fileTasks(reading.tasks, idsOf));
}

/** Opens a workbook in LibreOffice, changes it there as `edit` does, and saves it as a workbook again. */
async function throughLibreOffice(file: Buffer, edit: (sheet: string) => string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'round-trip-'));
  const convert = async (name: string, format: string) => {
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const options = ['--headless', '--norestore', profile, '--convert-to', format, '--outdir', folder];
    await run('soffice', [...options, path.join(folder, name)], { timeout: 120_000 });
  };
  try {
    await writeFile(path.join(folder, 'tasks.xlsx'), file);
    await convert('tasks.xlsx', 'fods');
    const sheet = await readFile(path.join(folder, 'tasks.fods'), 'utf8');
    await rm(path.join(folder, 'tasks.xlsx'));
    await writeFile(path.join(folder, 'tasks.fods'), edit(sheet));
    await convert('tasks.fods', 'xlsx');
    return await readFile(path.join(folder, 'tasks.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  imports = importsOf(await makeAccount('coordinator'), await makeOffice('round'));
  const id = await imports.begin('g2-by-task.csv', samplePlan('g2-by-task.csv'));
  await imports.finish(id);
  given(await imports.store(id, 'round'));
  plan = await one<Row & ExportedPlan>(
    `SELECT id, title, rhythm, "issuedOn"::timestamptz FROM "Plan" WHERE code = 'round'`,
    [],
  );
});

describe('an export that is imported again', () => {
  test('differs in nothing', async () => {
    expect(await differencesOf(await exported())).toEqual([]);
  });

  test.each([
    ['quarterly', '每季度'],
    ['monthly', '每月'],
    ['half_yearly', '每半年'],
    ['yearly', '每年'],
  ] as const)('names the periods of a plan with the rhythm %s, and is read alike', async (rhythm, words) => {
    const file = await exported({ ...plan, rhythm });
    const source = await readSource('tasks.xlsx', file);
    expect(JSON.stringify(source)).toContain(`"${words}"`);
    expect(await differencesOf(file)).toEqual([]);
  });

  test('differs in nothing after LibreOffice has saved it', async () => {
    expect(await differencesOf(await throughLibreOffice(await exported(), (sheet) => sheet))).toEqual([]);
  });

  test('shows the one cell that was changed in LibreOffice, and nothing else', async () => {
    const edited = await throughLibreOffice(await exported(), (sheet) => {
      expect(sheet.split('场景60个')).toHaveLength(2);
      return sheet.replace('场景60个', '场景80个');
    });
    const [difference, ...others] = await differencesOf(edited);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      kind: 'changed',
      stored: { code: 'round-02', facts: { target: '场景60个' } },
      facts: { target: '场景80个' },
      fields: ['target'],
    });
  });
});
