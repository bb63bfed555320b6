import { describe, expect, test } from 'vitest';
import { returnReportSchema } from '@/lib/schemas/review';

const taskId = '018f0000-0000-7000-8000-000000000001';
const form = (reasons: unknown[]) => ({ reportId: taskId, version: 1, returnDueOn: '2020-04-08', reasons });

describe('the form of a return', () => {
  test('a reason of a return without a section is for the task as a whole', () => {
    expect(returnReportSchema.parse(form([{ taskId, text: '请补充' }])).reasons).toEqual([
      { taskId, section: null, text: '请补充' },
    ]);
  });

  test('a return takes a reason for the whole task and one for each of its sections', () => {
    const reasons = [null, 'progress', 'problems', 'results', 'nextSteps'].map((section) => ({
      taskId,
      section,
      text: '请补充',
    }));
    expect(returnReportSchema.parse(form(reasons)).reasons).toEqual(reasons);
  });

  test.each([
    ['a section whose key no form can have', [{ taskId, section: 'a section', text: '请补充' }]],
    ['two reasons for one section', [1, 2].map(() => ({ taskId, section: 'results', text: '请补充' }))],
    ['two reasons for one whole', [1, 2].map(() => ({ taskId, text: '请补充' }))],
    ['a reason longer than its column', [{ taskId, section: 'results', text: '长'.repeat(1001) }]],
  ])('the form of a return refuses %s', (_title, reasons) => {
    expect(returnReportSchema.safeParse(form(reasons)).success).toBe(false);
  });
});
