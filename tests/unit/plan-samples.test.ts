import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draftOf, numberedRows } from '@/lib/imports/plan/draft';
import { readDraft } from '@/lib/imports/plan/draft-reading';
import { checkPlanFile, planJson } from '@/lib/imports/plan/plan-json';
import { previewOf } from '@/lib/imports/plan/preview';
import { planOf } from '@/lib/imports/plan/read-plan';
import { readSource } from '@/lib/imports/plan/source-of-file';
import { bindingPart, expectedPlan, samplePlan } from '../support/plan-samples';

const samples = readdirSync('tests/support/plans').filter((name) => name.includes('.'));

const emptyRegister = { agencies: [], groups: new Map<string, string[]>() };

test('there are twenty samples and more', () => {
  expect(samples.length).toBeGreaterThanOrEqual(20);
});

test.each(samples)('the sample %s gives its expected tasks or problems', async (name) => {
  const checked = await checkPlanFile(name, samplePlan(name), null);
  expect(bindingPart(checked)).toEqual(expectedPlan(name.replace(/[.]\w+$/, '')));
});

test.each(samples)('the preview reads the sample %s as the command does', async (name) => {
  const source = await readSource(name, samplePlan(name));
  if (!source.ok) {
    // Of a file that cannot be read there is no preview.
    expect(expectedPlan(name.replace(/[.]\w+$/, ''))).toMatchObject({
      ok: false,
      problems: [{ line: expect.any(Number) }],
    });
    return;
  }
  const draft = draftOf(numberedRows(source.blocks), []);
  const reading = readDraft(draft, emptyRegister);
  expect(bindingPart(planJson(planOf(reading)))).toEqual(expectedPlan(name.replace(/[.]\w+$/, '')));
  const { rows, loose } = previewOf(draft, reading);
  const shown = [...loose, ...rows.flatMap((row) => [...row.problems, ...row.cells.flatMap((cell) => cell.problems)])];
  expect(shown).toHaveLength(reading.problems.length);
  expect(rows.filter(({ task }) => task !== null)).toHaveLength(reading.tasks.length);
});
