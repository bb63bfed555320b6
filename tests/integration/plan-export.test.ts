import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TaskDifference, taskDifferences } from '@/lib/domain/plan/task-differences';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { readSource } from '@/lib/imports/plan/source-of-file';
import type { ExportedPlan } from '@/lib/plans/export/data';
import { taskWorkbook } from '@/lib/plans/export/task-workbook';
import { listRunningTasks } from '@/lib/plans/import/storing/data';
import { makeAccount } from '../support/accounts';
import { gathered } from '../support/documents';
import { throughLibreOffice } from '../support/libreoffice';
import { given, importsOf, makeOffice } from '../support/plan-imports';
import { samplePlan } from '../support/plan-samples';
import { one, type Row } from '../support/sql';

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

test('an export in which no date names a year is read as one of its plan’s year', async () => {
  const id = await imports.begin(
    'yearless.csv',
    Buffer.from('序号,任务,牵头单位,完成时限\n1,治理河道,市水务局,6月底前'),
    'round',
  );
  const { reading } = await imports.read(id);
  expect(reading.problems).toEqual([]);
  expect([reading.year, reading.tasks[0]?.due?.on]).toEqual([2026, '2026-06-30']);
});
