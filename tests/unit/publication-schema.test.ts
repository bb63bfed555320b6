import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { numberKey } from '@/lib/domain/review/publication';
import { decidePublicationsSchema, proposePublicationsSchema } from '@/lib/schemas/publication';

const [first, second] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'] as const;
const task = '018f0000-0000-7000-8000-00000000000a';
const place = { reportId: second, version: 8, taskId: task, section: 'progress' as const, start: 2, end: 13 };

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const twoReports = {
  'reports[0].reportId': first,
  'reports[0].version': '7',
  'reports[1].reportId': second,
  'reports[1].version': '8',
  'reports[1].ticked': 'on',
};

const errorsOf = (submission: { status?: string; error?: unknown }) => submission.error;

describe('the form that proposes many reports', () => {
  const parse = (fields: Record<string, string>) =>
    parseWithZod(formOf({ ...twoReports, ...fields }), { schema: proposePublicationsSchema });

  test('only ticked reports are proposed, each with its reason, its sections and the reasons of its numbers', () => {
    const submission = parse({
      'reports[1].tasks[0].taskId': task,
      'reports[1].tasks[0].chosen.progress': 'on',
      [`reason.${first}`]: '别的理由',
      [`reason.${second}`]: '数字有误',
      [`unmasked.${numberKey(place)}`]: '公开的热线',
      [`unmasked.${numberKey({ ...place, version: 7 })}`]: '旧版本的理由',
    });
    expect(submission.status === 'success' && submission.value).toMatchObject([
      {
        reportId: second,
        version: 8,
        reason: '数字有误',
        tasks: [
          {
            taskId: task,
            sections: ['progress'],
            unmasked: [{ section: 'progress', start: 2, end: 13, reason: '公开的热线' }],
          },
        ],
      },
    ]);
    expect(submission.status === 'success' && submission.value[0]?.tasks[0]?.unmasked).toHaveLength(1);
  });

  test('a reason that is too long is named by its field', () => {
    const submission = parse({ [`reason.${second}`]: '长'.repeat(1_001) });
    expect(errorsOf(submission)).toEqual({ [`reason.${second}`]: ['too-long'] });
  });
});

describe('the form of the second account', () => {
  const parse = (fields: Record<string, string>) =>
    parseWithZod(formOf({ ...twoReports, ...fields }), { schema: decidePublicationsSchema });

  test('confirming asks for the day of the check and for the statement that it was made', () => {
    expect(errorsOf(parse({ intent: 'confirm' }))).toEqual({
      isChecked: ['required'],
      secrecyReviewedOn: ['required'],
    });
    const checked = parse({ intent: 'confirm', isChecked: 'on', secrecyReviewedOn: '2020-04-02' });
    expect(checked.status === 'success' && checked.value).toMatchObject({
      intent: 'confirm',
      reports: [{ reportId: second, version: 8 }],
      secrecyReviewedOn: '2020-04-02',
    });
  });

  test('declining asks for neither, and any other intent is refused', () => {
    expect(parse({ intent: 'decline', reason: '含姓名' }).status).toBe('success');
    expect(errorsOf(parse({ intent: 'publish' }))).toMatchObject({ intent: ['not-valid'] });
  });
});
