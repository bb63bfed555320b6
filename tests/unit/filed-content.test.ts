import { describe, expect, test } from 'vitest';
import { contentIn, emptyEntry, noticeForm } from '@/lib/domain/report/entry';
import { canonicalForm, snapshotEntry } from '@/lib/domain/report/report-snapshot';
import { filedContentOf, snapshotSchema } from '@/lib/server/database/stored-json';
import { sm3 } from '@/lib/server/files/digest';

const task = { taskId: '018f0000-0000-7000-8000-00000000000a', taskCode: '2020-05', taskText: '任务' };
/** An entry with the fields that the form had when it was filed. */
const entryThen = {
  ...{ light: 'normal' as const, noProgress: false, noProgressReason: '', progress: '进展' },
  ...{ problems: '', noProblems: true, results: '成效', nextSteps: '下一步' },
};
const snapshot = {
  plan: { code: '2020', title: '计划' },
  agency: { code: '04', name: '市科技局' },
  quarter: '2020Q1',
  version: 1,
  entries: [{ ...entryThen, ...task }],
};

/** A snapshot from before the fields of an entry stood in one table, with its digest. */
const filedBefore =
  '{"agency":{"code":"04","name":"市科技局"},"entries":[{"light":"normal","nextSteps":"下一步","noProblems":true,' +
  '"noProgress":false,"noProgressReason":"","problems":"","progress":"进展","results":"成效","taskCode":"2020-05",' +
  '"taskId":"018f0000-0000-7000-8000-00000000000a","taskText":"任务"}],"plan":{"code":"2020","title":"计划"},' +
  '"quarter":"2020Q1","version":1}';

describe('a filed snapshot', () => {
  test('a filed snapshot keeps its canonical form for ever', () => {
    expect(canonicalForm(snapshot)).toBe(filedBefore);
  });

  test('an entry without files is filed with its own keys alone', () => {
    const entry = { ...emptyEntry(noticeForm), ...entryThen, ...task };
    expect(snapshotEntry(entry)).toStrictEqual(entry);
  });

  test('a snapshot of an older form is read with every field of the present form and kept with its own', () => {
    const { light: _light, ...withoutLight } = JSON.parse(filedBefore).entries[0];
    const older = { ...JSON.parse(filedBefore), entries: [{ ...withoutLight, later: 1 }] };
    const [read = {}] = snapshotSchema.parse(older).entries;
    expect(contentIn(read, noticeForm)).toEqual({ ...entryThen, light: null });
    expect(canonicalForm(filedContentOf(older))).toBe(canonicalForm(older));
  });

  test('a filed snapshot keeps its digest after its content was read', () => {
    const content = filedContentOf(JSON.parse(filedBefore));
    expect(sm3(canonicalForm(content))).toBe(sm3(filedBefore));
  });
});
