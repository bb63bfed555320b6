import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';
import { editPassage } from '@/lib/summaries/passages/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { sql } from '../support/sql';
import { type SummarizedPeriod, storeSummarizedPeriod, storeVersionOf } from '../support/summaries';
import { asked, draftOf, entriesOf, exportOf, writingSummary } from '../support/summary-drafts';
import { granted } from '../support/writing';

let period: SummarizedPeriod;
let reviewer: Actor;

beforeAll(async () => {
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
});

beforeEach(async () => {
  period = await storeSummarizedPeriod();
});

const linesOf = async (file: Buffer) =>
  (await mammoth.extractRawText({ buffer: file })).value.split('\n').filter((line) => line.trim() !== '');

const withoutCodes = (lines: string[]) => lines.map((line) => line.replaceAll(period.planCode, ''));

const xmlOf = (file: Buffer) => strFromU8(unzipSync(new Uint8Array(file))['word/document.xml'] ?? new Uint8Array());

const hidden = /〔来源：[^〕]*〕/g;

describe('the document of a draft', () => {
  test('the document by agency has everything from title to date, with all filed texts and the missing agencies', async () => {
    const id = await draftOf(period.planCode, reviewer, { chosen: ['progress', 'problems'], withTable: false });
    const lines = withoutCodes(await linesOf(await exportOf(id, reviewer)));
    expect(lines.map((line) => line.replace(hidden, ''))).toEqual([
      '2020年第一季度汇总',
      '现汇总如下。',
      '一、甲局',
      '（一）任务1',
      '1.工作进展情况',
      '甲局进展1（第1版）',
      '2.存在问题',
      '甲局问题1（第1版）',
      '（二）任务3',
      '1.工作进展情况',
      '甲局进展2（第1版）',
      '2.存在问题',
      '甲局问题2（第1版）',
      '二、乙局',
      '（一）任务2',
      '1.工作进展情况',
      '本季度无进展。原因：经费未到',
      '2.存在问题',
      '无。',
      '4家牵头单位中，2家的报告已汇入，涉及重点任务3项；未汇入2家：丙局（正在审核）、丁局（尚未报送）。',
      '特此报告。',
      '科技处',
      '2020年4月8日',
    ]);
  });

  test('the document by task has the task as heading with its agency beside it', async () => {
    const chosen = { arrangement: 'by_task', chosen: ['nextSteps'], withTable: false } as const;
    const id = await draftOf(period.planCode, reviewer, { ...chosen, chosen: [...chosen.chosen] });
    const lines = withoutCodes(await linesOf(await exportOf(id, reviewer)));
    expect(lines.filter((line) => /^[一二三]、/.test(line))).toEqual([
      '一、任务1（甲局）',
      '二、任务2（乙局）',
      '三、任务3（甲局）',
    ]);
    expect(lines.filter((line) => line.startsWith('（'))).toEqual(Array(3).fill('（一）下一步工作'));
  });

  test('each passage in text and table has its agency, version and receipt as hidden text', async () => {
    const { reports } = period;
    await storeVersionOf(reports[0] as (typeof reports)[number], 2);
    const id = await draftOf(period.planCode, reviewer);
    const entries = await entriesOf(id, reviewer);
    const xml = xmlOf(await exportOf(id, reviewer));
    // The second agency had no progress, so its results are empty.
    const passages = entries.length * 4 - 1;
    const [inText = '', inTable = ''] = xml.split('<w:tbl>');
    expect(inText.match(hidden)).toHaveLength(passages);
    expect(inTable.match(hidden)).toHaveLength(passages);
    const [first] = entries;
    expect(first?.versionNumber).toBe(2);
    expect(xml).toContain(`甲局${period.planCode}，第2版，回执${first?.receiptNumber}〕`);
    expect(xml.match(/<w:vanish\/>/g)).toHaveLength(passages * 2);
  });

  test('the landscape table of tasks has as many rows and columns as the database has tasks and chosen sections', async () => {
    const id = await draftOf(period.planCode, reviewer);
    const [counted] = await sql<{ tasks: number }>(
      `SELECT count(*)::int AS tasks FROM "TaskLead" t JOIN "Report" r ON r."agencyId" = t."agencyId"
       WHERE r."periodId" = $1 AND r.status = 'accepted'`,
      [period.periodId],
    );
    const xml = xmlOf(await exportOf(id, reviewer));
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml.match(/<w:tr>/g)).toHaveLength((counted?.tasks ?? 0) + 1);
    expect(xml.match(/<w:tc>/g)).toHaveLength(((counted?.tasks ?? 0) + 1) * 7);
    expect(xml).toContain('w:orient="landscape"');
    const narrow = await draftOf(period.planCode, reviewer, { chosen: ['problems'] });
    expect(xmlOf(await exportOf(narrow, reviewer)).match(/<w:gridCol /g)).toHaveLength(4);
  });

  test('an edit replaces the passage in text and table, and an emptied passage is left out', async () => {
    const id = await draftOf(period.planCode, reviewer);
    const [first, second] = await entriesOf(id, reviewer);
    const edit = (entryId: string | undefined, text: string) =>
      editPassage({ entryId: entryId ?? '', section: 'progress', version: 0, text }, asked(reviewer));
    granted(await edit(first?.id, '改写的进展'));
    granted(await edit(second?.id, ''));
    const text = (await linesOf(await exportOf(id, reviewer))).join('\n');
    expect(text.match(/改写的进展/g)).toHaveLength(2);
    expect(text).not.toContain('进展1（第1版）');
    expect(text).not.toContain('进展2（第1版）');
  });

  test('more than thirty missing agencies are listed in an annex', async () => {
    const missing = Array.from({ length: 31 }, (_, index) => ({
      agency: `第${index + 1}局`,
      status: 'not_started',
      tasks: [index + 1],
    }));
    period = await storeSummarizedPeriod(sql, missing);
    const id = await draftOf(period.planCode, reviewer);
    const lines = withoutCodes(await linesOf(await exportOf(id, reviewer)));
    expect(lines).toContain('31家牵头单位中，0家的报告已汇入，涉及重点任务0项；未汇入31家，名单附后。');
    expect(lines.slice(-3)).toEqual(['31', '第31局', '尚未报送']);
  });

  test('the document has the same bytes twice, and other bytes after a change', async () => {
    const id = await draftOf(period.planCode, reviewer);
    const first = await exportOf(id, reviewer);
    expect((await exportOf(id, reviewer)).equals(first)).toBe(true);
    const [entry] = await entriesOf(id, reviewer);
    granted(
      await editPassage({ entryId: entry?.id ?? '', section: 'progress', version: 0, text: '改写' }, asked(reviewer)),
    );
    expect((await exportOf(id, reviewer)).equals(first)).toBe(false);
  });
});

test('a draft is read in a transaction with one query at a time, since it has one connection', async () => {
  const id = await draftOf(period.planCode, reviewer);
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  process.on('warning', hear);
  await db.$transaction((transaction) => writingSummary(id, reviewer, transaction));
  await new Promise(setImmediate);
  process.off('warning', hear);
  expect(warnings).toEqual([]);
});
