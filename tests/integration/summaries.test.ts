import mammoth from 'mammoth';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { countSummary, listLeftOut } from '@/lib/summaries/data';
import { countOpenRemarks, listUnsettled } from '@/lib/summaries/entries/data';
import { addReports, moveUnit, resetOrder, takeVersions } from '@/lib/summaries/entries/mutations';
import { makeSummary, saveSummarySettings } from '@/lib/summaries/mutations';
import { editPassage, restorePassage } from '@/lib/summaries/passages/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { makeRemark } from '../support/remarks';
import { now } from '../support/report-states';
import { sql } from '../support/sql';
import { type SummarizedPeriod, storeSummarizedPeriod, storeVersionOf } from '../support/summaries';
import {
  asked,
  draftOf,
  entriesOf,
  exportOf,
  frame,
  headOf,
  orderOf,
  reportsStored,
  scopeOfActor,
  settings,
} from '../support/summary-drafts';
import { codeOf, granted } from '../support/writing';

let period: SummarizedPeriod;
let reviewer: Actor;
let other: Actor;
let summaryId: string;

beforeAll(async () => {
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
  other = await makeAccount('coordinator');
});

beforeEach(async () => {
  period = await storeSummarizedPeriod();
  summaryId = await draftOf(period.planCode, reviewer);
});

const report = (index: number) => period.reports[index] as SummarizedPeriod['reports'][number];
const countsOf = async () => countSummary(scopeOfActor(reviewer), await headOf(summaryId, reviewer));

async function passage(index = 0) {
  const entry = (await entriesOf(summaryId, reviewer))[index];
  return { entryId: entry?.id ?? '', section: 'progress' as const, version: entry?.edits.progress?.version ?? 0 };
}

describe('a summary draft', () => {
  test('a draft has the accepted reports, agency by agency in the order of the annex', async () => {
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 甲局 任务1', '1 甲局 任务3', '2 乙局 任务2']);
    expect(await countsOf()).toEqual({ units: 2, entries: 3, reports: 2, edited: 0, due: 4, newer: 0, addable: 0 });
    const leftOut = await listLeftOut(scopeOfActor(reviewer), summaryId, 10);
    expect(leftOut.map(({ agencyName, status }) => [agencyName.slice(0, 2), status])).toEqual([
      ['丙局', 'filed'],
      ['丁局', 'not_started'],
    ]);
  });

  test('a draft by task follows the order of the tasks, whoever leads them', async () => {
    const id = await draftOf(period.planCode, reviewer, { arrangement: 'by_task' });
    expect(await orderOf(id, reviewer)).toEqual(['1 甲局 任务1', '2 乙局 任务2', '3 甲局 任务3']);
  });

  test('a draft set to include filed reports has those that are not reviewed', async () => {
    const id = await draftOf(period.planCode, reviewer, { includesFiled: true });
    expect(await orderOf(id, reviewer)).toContain('3 丙局 任务4');
  });

  test('a draft of an unknown plan is not found', async () => {
    const given = { plan: 'none', quarter: (await headOf(summaryId, reviewer)).periodCode, ...settings, ...frame };
    expect(codeOf(await makeSummary(given, asked(reviewer)))).toBe('not-found');
  });
});

describe('editing a passage of a summary', () => {
  test('an edit is kept in the draft with its author, and the report stays as it was filed', async () => {
    const before = await reportsStored(period.periodId);
    granted(await editPassage({ ...(await passage()), text: '改写的进展' }, asked(other)));
    const [entry] = await entriesOf(summaryId, reviewer);
    expect(entry?.edits.progress).toMatchObject({
      text: '改写的进展',
      version: 1,
      editedFrom: 1,
      by: other.displayName,
    });
    expect(entry?.content?.progress).toContain('进展1');
    expect(await reportsStored(period.periodId)).toEqual(before);
    expect((await countsOf()).edited).toBe(1);
  });

  test('an edit is undone by restoring the original, and a text equal to the original is no edit', async () => {
    granted(await editPassage({ ...(await passage()), text: '改写' }, asked(reviewer)));
    granted(await restorePassage(await passage(), asked(reviewer)));
    expect((await entriesOf(summaryId, reviewer))[0]?.edits.progress).toMatchObject({ text: null, version: 2 });
    granted(
      await editPassage({ ...(await passage(1)), text: `${report(0).agencyName}进展2（第1版）\n` }, asked(reviewer)),
    );
    expect((await entriesOf(summaryId, reviewer))[1]?.edits).toEqual({});
    expect((await countsOf()).edited).toBe(0);
  });

  test.each(['progress', 'problems'] as const)(
    'a confirmation in place of the %s can be emptied and restored',
    async (section) => {
      const confirmed = (await entriesOf(summaryId, reviewer))[2];
      const key = { entryId: confirmed?.id ?? '', section, version: 0 };
      granted(await editPassage({ ...key, text: '' }, asked(reviewer)));
      expect((await entriesOf(summaryId, reviewer))[2]?.edits[section]?.text).toBe('');
      granted(await restorePassage({ ...key, version: 1 }, asked(reviewer)));
      expect((await entriesOf(summaryId, reviewer))[2]?.edits[section]?.text).toBeNull();
      granted(await editPassage({ ...key, section: 'results', text: ' ' }, asked(reviewer)));
      expect((await entriesOf(summaryId, reviewer))[2]?.edits.results).toBeUndefined();
    },
  );

  test('of two edits of one passage at once one is stored and the other is refused', async () => {
    for (const version of [0, 1, 2]) {
      const key = { ...(await passage()), version };
      const edits = [reviewer, other].map((actor) =>
        editPassage({ ...key, text: `${actor.displayName}${version}` }, asked(actor)),
      );
      const results = await Promise.all(edits);
      expect(results.map(codeOf).toSorted()).toEqual([null, 'stale'].toSorted());
      const winner = results[0]?.ok ? reviewer : other;
      expect((await entriesOf(summaryId, reviewer))[0]?.edits.progress?.text).toBe(`${winner.displayName}${version}`);
    }
  });
});

describe('the order of a summary', () => {
  const move = (from: number, to: number, orderVersion: number, actor = reviewer) =>
    moveUnit({ summaryId, orderVersion, from, to }, asked(actor));

  test('an agency is moved with all its tasks, and the order can be reset to the annex', async () => {
    granted(await move(2, 1, 0));
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 乙局 任务2', '2 甲局 任务1', '2 甲局 任务3']);
    granted(await resetOrder({ summaryId, orderVersion: 1 }, asked(reviewer)));
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 甲局 任务1', '1 甲局 任务3', '2 乙局 任务2']);
  });

  test('in a draft by task a single task is moved', async () => {
    summaryId = await draftOf(period.planCode, reviewer, { arrangement: 'by_task' });
    granted(await move(3, 1, 0));
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 甲局 任务3', '2 甲局 任务1', '3 乙局 任务2']);
    granted(await move(1, 99, 1));
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 甲局 任务1', '2 乙局 任务2', '3 甲局 任务3']);
  });

  test('of two moves at once one is carried out', async () => {
    const results = await Promise.all([reviewer, other].map((actor) => move(2, 1, 0, actor)));
    expect(results.map(codeOf).toSorted()).toEqual([null, 'stale'].toSorted());
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 乙局 任务2', '2 甲局 任务1', '2 甲局 任务3']);
  });

  test('another arrangement resets the order, and the edits stay', async () => {
    granted(await editPassage({ ...(await passage()), text: '改写' }, asked(reviewer)));
    const changed = { ...settings, arrangement: 'by_task' as const };
    granted(await saveSummarySettings({ summaryId, version: 0, ...changed }, asked(reviewer)));
    expect(await orderOf(summaryId, reviewer)).toEqual(['1 甲局 任务1', '2 乙局 任务2', '3 甲局 任务3']);
    expect((await entriesOf(summaryId, reviewer))[0]?.edits.progress?.text).toBe('改写');
  });
});

describe('changes after the draft was made', () => {
  test('a later version is used only when somebody takes it, and an edit names the version it was made from', async () => {
    granted(await editPassage({ ...(await passage()), text: '改写' }, asked(reviewer)));
    await storeVersionOf(report(0), 2);
    expect((await entriesOf(summaryId, reviewer))[0]).toMatchObject({ versionNumber: 1, latest: 2 });
    expect((await countsOf()).newer).toBe(1);
    granted(await takeVersions({ summaryId, reportId: report(0).id }, asked(reviewer)));
    const [entry] = await entriesOf(summaryId, reviewer);
    expect(entry).toMatchObject({ versionNumber: 2, edits: { progress: { text: '改写', editedFrom: 1 } } });
    expect(entry?.content?.progress).toContain('第2版');
    expect((await countsOf()).newer).toBe(0);
  });

  test('a later version that is not accepted is not offered', async () => {
    await storeVersionOf(report(0), 2);
    await sql(`UPDATE "Report" SET status = 'filed' WHERE id = $1`, [report(0).id]);
    granted(await takeVersions({ summaryId }, asked(reviewer)));
    expect((await entriesOf(summaryId, reviewer))[0]?.versionNumber).toBe(1);
    expect((await countsOf()).newer).toBe(0);
  });

  test('a report that is accepted later is added after the others', async () => {
    await sql(`UPDATE "Report" SET status = 'accepted' WHERE id = $1`, [report(2).id]);
    expect((await countsOf()).addable).toBe(1);
    granted(await addReports({ summaryId }, asked(reviewer)));
    granted(await addReports({ summaryId }, asked(reviewer)));
    expect((await orderOf(summaryId, reviewer)).at(-1)).toBe('3 丙局 任务4');
  });
});

describe('what speaks against sending a draft out', () => {
  const scope = () => scopeOfActor(reviewer);

  test('open internal remarks stand with the passage of the version that they are about, and are counted', async () => {
    await makeRemark(report(0).id);
    await makeRemark(report(0).id, sql, 'agency');
    const [first, second] = await entriesOf(summaryId, reviewer);
    expect(first?.remarks).toEqual([{ section: 'progress', text: '请核对数量。', by: expect.any(String) }]);
    expect(second?.remarks).toEqual([]);
    expect(await countOpenRemarks(scope(), summaryId)).toBe(1);
  });

  test('a remark that was withdrawn, or is about a later version, no longer stands in the draft', async () => {
    const id = await makeRemark(report(0).id);
    await sql('UPDATE "Remark" SET "withdrawnAt" = $2 WHERE id = $1', [id, now]);
    await storeVersionOf(report(0), 2);
    await makeRemark(report(0).id);
    expect(await countOpenRemarks(scope(), summaryId)).toBe(0);
    expect((await entriesOf(summaryId, reviewer)).flatMap(({ remarks }) => remarks)).toEqual([]);
  });

  test('the document holds no remark', async () => {
    await makeRemark(report(0).id);
    const { value } = await mammoth.extractRawText({ buffer: await exportOf(summaryId, reviewer) });
    expect(value).not.toContain('请核对数量');
  });

  test('reports that were returned, withdrawn or reopened since are listed', async () => {
    const unsettled = async (includesFiled = false) =>
      (await listUnsettled(scope(), { id: summaryId, includesFiled })).map(({ agencyName, status }) => [
        agencyName.slice(0, 2),
        status,
      ]);
    expect(await unsettled()).toEqual([]);
    await sql(`UPDATE "Report" SET status = 'returned' WHERE id = $1`, [report(1).id]);
    expect(await unsettled()).toEqual([['乙局', 'returned']]);
    await sql(`UPDATE "Report" SET status = 'filed' WHERE id = $1`, [report(0).id]);
    expect(await unsettled()).toEqual([
      ['甲局', 'filed'],
      ['乙局', 'returned'],
    ]);
    expect(await unsettled(true)).toEqual([['乙局', 'returned']]);
  });
});
