import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { fileReport, saveReport } from '@/lib/reports/mutations';
import { makeAccount } from './support/accounts';
import { setDemonstrationClock } from './support/clock';
import { closesAt, completeEntry, now } from './support/report-states';
import { type MadeReport, makeReport } from './support/reports';
import { one } from './support/sql';
import { by, eventsOf, expectRefused, granted } from './support/writing';

beforeAll(() => setDemonstrationClock(now));

describe('a draft', () => {
  let report: MadeReport;
  let reporter: Actor;
  beforeEach(async () => {
    report = await makeReport();
    reporter = await makeAccount('reporter', report.agencyId);
  });

  const typed = (taskId: string) => ({ taskId, ...completeEntry, progress: '截止后仍在写' });
  const progressOf = async (taskId: string) =>
    (await one<{ progress: string }>('SELECT progress FROM "Entry" WHERE "taskId" = $1', [taskId])).progress;

  test('is saved long after the deadline', async () => {
    const [taskId = ''] = report.taskIds;
    granted(await saveReport(report.id, [typed(taskId)], by(reporter, 7, new Date('2020-09-01T00:00:00Z'))));
    expect(await progressOf(taskId)).toBe('截止后仍在写');
  });

  test('stands as it was typed after a refusal to file', async () => {
    const [taskId = ''] = report.taskIds;
    granted(await saveReport(report.id, [typed(taskId)], by(reporter, 7)));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 8, closesAt)));
    expect(await progressOf(taskId)).toBe('截止后仍在写');
  });

  test('records which tasks were changed, and writes no others', async () => {
    const [changed = '', same = ''] = report.taskIds;
    granted(await saveReport(report.id, [typed(changed), { taskId: same, ...completeEntry }], by(reporter, 7)));
    expect((await eventsOf(report.id)).at(-1)?.detail).toMatchObject({ taskIds: [changed] });
  });

  test("refuses a text on another report's task, and keeps none of the others", async () => {
    const elsewhere = await makeReport();
    const entries = [report.taskIds[0], elsewhere.taskIds[0]].map((taskId) => typed(taskId ?? ''));
    await expectRefused(report.id, 'not-found', () => saveReport(report.id, entries, by(reporter, 7)));
    expect(await progressOf(elsewhere.taskIds[0] ?? '')).toBe(completeEntry.progress);
  });

  test('that somebody else has saved meanwhile is not written over', async () => {
    const entries = [typed(report.taskIds[0] ?? '')];
    granted(await saveReport(report.id, entries, by(reporter, 7)));
    await expectRefused(report.id, 'stale', () => saveReport(report.id, entries, by(reporter, 7)));
  });
});
