import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { type OpenedDocument, officePrograms, openInLibreOffice } from '../support/libreoffice';
import { missingPrograms } from '../support/programs';
import { now } from '../support/report-states';
import { one } from '../support/sql';
import { type SummarizedPeriod, storeSummarizedPeriod } from '../support/summaries';
import { draftOf, exportOf } from '../support/summary-drafts';

let missing: string | null;
let period: SummarizedPeriod;
let files: Record<string, Buffer>;
let opened: Record<string, OpenedDocument> = {};

beforeAll(async () => {
  missing = await missingPrograms(officePrograms);
  await setDemonstrationClock(now);
  period = await storeSummarizedPeriod();
  const reviewer: Actor = await makeAccount('reviewer');
  files = {
    'by-agency.docx': await exportOf(await draftOf(period.planCode, reviewer), reviewer),
    'by-task.docx': await exportOf(
      await draftOf(period.planCode, reviewer, { arrangement: 'by_task', withTable: false }),
      reviewer,
    ),
  };
  if (!missing) opened = await openInLibreOffice(files);
}, 180_000);

/** Returns the pages as LibreOffice shows them, or none if it is not installed; the file is checked to be a package. */
function pagesOf(name: string): string[] {
  expect(files[name]?.subarray(0, 2).toString()).toBe('PK');
  if (missing) return [];
  expect(opened[name]?.pages.length).toBeGreaterThan(0);
  return (opened[name]?.pages ?? []).map((page) => page.replace(/\s/g, '').replaceAll(period.planCode, ''));
}

/** Counts the passages with the given words in the accepted reports, to compare the document with the database. */
function filedPassages(words: string) {
  return one<{ count: number }>(
    `SELECT count(*)::int AS count FROM "FiledVersion" v JOIN "Report" r ON r.id = v."reportId",
       jsonb_array_elements(v.snapshot -> 'entries') x, jsonb_each_text(x) field
     WHERE r."periodId" = $1 AND r.status = 'accepted' AND field.value LIKE $2`,
    [period.periodId, `%${words}%`],
  );
}

describe('the summary, opened in LibreOffice', () => {
  test('the opened summary by agency has every filed passage in text and table, and shows no hidden source', async () => {
    const pages = pagesOf('by-agency.docx');
    if (missing) return;
    const { count } = await filedPassages('（第1版）');
    expect(count).toBeGreaterThan(8);
    expect(pages.join('').match(/（第1版）/g)).toHaveLength(count * 2);
    expect(pages[0]).toMatch(/^2020年第一季度汇总现汇总如下。一、甲局（一）任务11\.工作进展情况甲局进展1/);
    expect(pages.join('')).not.toContain('来源');
    const table = pages.at(-1) ?? '';
    expect(table).toMatch(/^附件重点任务进展情况表序号重点任务牵头单位进展情况取得成效存在问题下一步工作/);
  });

  test('the opened summary by task has one task after the other, each with its agency', () => {
    const text = pagesOf('by-task.docx').join('');
    if (missing) return;
    expect(text.match(/[一二三]、任务\d（.局）/g)).toEqual([
      '一、任务1（甲局）',
      '二、任务2（乙局）',
      '三、任务3（甲局）',
    ]);
    expect(text).toMatch(/特此报告。科技处2020年4月8日/);
  });
});
