import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import type { EntryContent } from '@/lib/domain/report/entry';
import type { FieldChange } from '@/lib/domain/report/field-save';
import { fileReport, saveReport } from '@/lib/filing/mutations';
import { BusyError } from '@/lib/server/database/database-trouble';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { closesAt, completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one } from '../support/sql';
import { by, eventsOf, expectRefused, granted, storedReport, typed } from '../support/writing';

beforeAll(() => setDemonstrationClock(now));

/** Saves, and again while too many others write on the report, as the editor does. */
const saveWhenFree: typeof saveReport = (...save) =>
  saveReport(...save).catch((error: unknown) => {
    if (error instanceof BusyError) return saveWhenFree(...save);
    throw error;
  });

describe('a draft', () => {
  let report: MadeReport;
  let reporter: Actor;
  beforeEach(async () => {
    report = await makeReport();
    reporter = await makeAccount('reporter', report.agencyId);
  });

  const progress = (taskId: string, content: string, version = 0): FieldChange => ({
    taskId,
    field: 'progress',
    version,
    content,
  });
  const progressOf = async (taskId: string) =>
    (
      await one<{ progress: string }>(`SELECT content ->> 'progress' AS progress FROM "Entry" WHERE "taskId" = $1`, [
        taskId,
      ])
    ).progress;
  const contentVersion = async () =>
    (await one<{ v: number }>('SELECT "contentVersion" AS v FROM "Report" WHERE id = $1', [report.id])).v;

  test('a draft is saved long after the deadline', async () => {
    const [taskId = ''] = report.taskIds;
    const late = by(reporter, 7, new Date('2020-09-01T00:00:00Z'));
    granted(await saveReport(report.id, [progress(taskId, '截止后仍在写')], late));
    expect(await progressOf(taskId)).toBe('截止后仍在写');
  });

  test('a draft stays as it was typed after a refusal to file', async () => {
    const [taskId = ''] = report.taskIds;
    granted(await saveReport(report.id, [progress(taskId, '截止后仍在写')], by(reporter, 7)));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 7, closesAt, 1)));
    expect(await progressOf(taskId)).toBe('截止后仍在写');
  });

  test('a save writes only the changed fields, and its event names them', async () => {
    const [changed = '', same = ''] = report.taskIds;
    const changes = [progress(changed, '新'), ...typed([same], () => completeEntry)];
    granted(await saveReport(report.id, changes, by(reporter, 7)));
    expect((await eventsOf(report.id)).at(-1)?.detail).toMatchObject({
      fields: [{ taskId: changed, field: 'progress', version: 1 }],
    });
  });

  test('a save keeps the account and the window in which the field was typed', async () => {
    const [taskId = ''] = report.taskIds;
    const tabId = 'b0000000-0000-4000-8000-000000000001';
    granted(await saveReport(report.id, [progress(taskId, '在这个窗口写的')], by(reporter, 7), tabId));
    const { saves } = await one<{ saves: unknown }>('SELECT "fieldSaves" AS saves FROM "Entry" WHERE "taskId" = $1', [
      taskId,
    ]);
    const { accountId, displayName } = reporter;
    expect(saves).toEqual({
      progress: { version: 1, by: displayName, at: now.toISOString(), accountId, tabId },
    });
    const late = await saveReport(report.id, [progress(taskId, '另一个窗口写的')], by(reporter, 7));
    expect(granted(late).conflicts).toMatchObject([{ version: 1, content: '在这个窗口写的', accountId }]);
  });

  test('a save that changes nothing leaves no event and no new version', async () => {
    const before = (await eventsOf(report.id)).length;
    granted(
      await saveReport(
        report.id,
        typed(report.taskIds, () => completeEntry),
        by(reporter, 7),
      ),
    );
    expect((await eventsOf(report.id)).length).toBe(before);
    expect(await contentVersion()).toBe(0);
  });

  test('a save with a task of another report is refused as a whole', async () => {
    const elsewhere = await makeReport();
    const changes = [report.taskIds[0], elsewhere.taskIds[0]].map((taskId) => progress(taskId ?? '', '新'));
    await expectRefused(report.id, 'not-found', () => saveReport(report.id, changes, by(reporter, 7)));
    expect(await progressOf(elsewhere.taskIds[0] ?? '')).toBe(completeEntry.progress);
  });

  test('a field that somebody else saved meanwhile is not overwritten: its text is returned, and the other fields are saved', async () => {
    const [first = '', second = ''] = report.taskIds;
    granted(await saveReport(report.id, [progress(first, '甲写的')], by(reporter, 7)));
    const colleague = await makeAccount('reporter', report.agencyId);
    const late = [progress(first, '乙写的'), progress(second, '乙也写了')];
    const { saved, conflicts } = granted(await saveReport(report.id, late, by(colleague, 7)));
    expect(saved).toMatchObject([{ taskId: second, field: 'progress', version: 1 }]);
    const { displayName, accountId } = reporter;
    expect(conflicts).toEqual([{ ...progress(first, '甲写的', 1), by: displayName, accountId, at: now.toISOString() }]);
    expect(await progressOf(first)).toBe('甲写的');
    granted(await saveReport(report.id, [progress(first, '甲写的\n乙写的', 1)], by(colleague, 7)));
    expect(await progressOf(first)).toBe('甲写的\n乙写的');
  });

  test('a save that is sent again because its answer was lost counts once', async () => {
    const [taskId = ''] = report.taskIds;
    const changes = [progress(taskId, '只存一次')];
    const once = granted(await saveReport(report.id, changes, by(reporter, 7)));
    const again = granted(await saveReport(report.id, changes, by(reporter, 7)));
    expect(again).toEqual(once);
    expect(await contentVersion()).toBe(1);
  });

  test('a report is filed only in the version that was read, not after a later save', async () => {
    const [taskId = ''] = report.taskIds;
    granted(await saveReport(report.id, [progress(taskId, '之后又写')], by(reporter, 7)));
    await expectRefused(report.id, 'stale', () => fileReport(report.id, by(reporter, 7)));
    granted(await fileReport(report.id, by(reporter, 7, now, 1)));
  });

  test('fields saved from many sides at once are all kept, and the version of the report stays the same', async () => {
    const changes = report.taskIds
      .flatMap((taskId) => typed([taskId], () => ({ ...completeEntry, light: 'blocked' })))
      .map((change) =>
        typeof change.content === 'string' && change.field !== 'light'
          ? { ...change, content: `新${change.field}` }
          : change,
      );
    const changed = changes.filter(({ field, content }) => content !== (completeEntry as EntryContent)[field]);
    expect(changed).toHaveLength(6 * report.taskIds.length);
    const results = await Promise.all(changed.map((change) => saveWhenFree(report.id, [change], by(reporter, 7))));
    expect(results.map((result) => granted(result).conflicts)).toEqual(changed.map(() => []));
    expect(await contentVersion()).toBe(changed.length);
    expect(await storedReport(report.id)).toMatchObject({ version: report.version });
  });
});
