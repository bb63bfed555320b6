import { expect, test } from 'vitest';
import { checkPlanFile } from '@/lib/imports/plan/plan-json';
import { bindingPart, expectedPlan, samplePlan } from '../support/plan-samples';

test.each([
  'g1-by-agency.txt',
  'g2-by-task.csv',
  'g4-merged.docx',
  'g5-merged.xlsx',
  'm1-missing-cell.txt',
  'm2-broken-quote.csv',
  'm4-mojibake.csv',
  'm5-no-header.docx',
])('the sample %s gives its expected tasks or problems', async (name) => {
  const checked = await checkPlanFile(name, samplePlan(name), null);
  expect(bindingPart(checked)).toEqual(expectedPlan(name.replace(/[.]\w+$/, '')));
});
