import { beforeAll, describe, expect, test } from 'vitest';
import { agencyReport } from '@/lib/documents/agency-report/agency-report';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { getFiledVersion } from '@/lib/filing/data';
import type { OfficialDocument } from '@/lib/office-files/official/official-document';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { makeAccount } from '../support/accounts';
import { liveThroughYear, now } from '../support/counted-year';
import { gathered, ofPeriod, ofYear, reviewer, written } from '../support/documents';
import { type OpenedDocument, officePrograms, openInLibreOffice } from '../support/libreoffice';
import { missingPrograms } from '../support/programs';
import { one, sql } from '../support/sql';
import { draftOf, entriesOf, exportOf } from '../support/summary-drafts';

const a4 = { portrait: /^595\.\d+ x 84[12]/, landscape: /^84[12](\.\d+)? x 595/ };

/** These characters fill lines evenly, because no rule of line breaking applies to them. */
const plain = '工业和信息化领域重点任务进展情况按季度报送';
const fullPages: OfficialDocument = {
  title: '版心检查',
  blocks: [{ kind: 'paragraph', text: plain.repeat(90) }],
  writtenAt: now,
};

let drafter: Actor;
let draftId: string;
let missing: string | null;
let planCode: string;
let files: Record<string, Buffer>;
let opened: Record<string, OpenedDocument> = {};

async function reportBytes(): Promise<Buffer> {
  const { id } = await one<{ id: string }>(
    `SELECT r.id FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
     WHERE p.quarter = '2020Q1' AND a.code = $1`,
    [`${planCode}-2`],
  );
  const filed = await getFiledVersion(scopeOf(reviewer), id, 2);
  if (!filed) throw new Error('nothing was filed');
  return gathered(writeOfficialDocument(agencyReport(filed, '试验局')));
}

/** Writes the period's summary of all reports that are with the division. */
async function summaryBytes(): Promise<Buffer> {
  drafter = await makeAccount('reviewer');
  draftId = await draftOf(planCode, drafter, { includesFiled: true });
  return exportOf(draftId, drafter);
}

const bytesOf = async (...order: Parameters<typeof written>) => (await written(...order)).bytes;

beforeAll(async () => {
  missing = await missingPrograms(officePrograms);
  planCode = await liveThroughYear();
  files = {
    'period.docx': await bytesOf('circular', planCode, ofPeriod('2020Q1'), now),
    'year.docx': await bytesOf('circular', planCode, ofYear, now),
    'report.docx': await reportBytes(),
    'summary.docx': await summaryBytes(),
    'ledger.xlsx': await bytesOf('ledger', planCode, ofYear, now),
    'full.docx': await gathered(writeOfficialDocument(fullPages)),
  };
  if (!missing) opened = await openInLibreOffice(files);
}, 180_000);

/** Returns the pages as LibreOffice shows them, or none if it is not installed; the file is checked to be a package. */
function pagesOf(name: string): string[] {
  expect(files[name]?.subarray(0, 2).toString()).toBe('PK');
  if (missing) return [];
  expect(opened[name]?.pages.length).toBeGreaterThan(0);
  return opened[name]?.pages ?? [];
}

const packed = (text: string) => text.replace(/\s/g, '').replaceAll(planCode, '');

describe('the circular, opened in LibreOffice', () => {
  test('the opened circular has the counts of the database, with its annex on a page of its own', async () => {
    const pages = pagesOf('period.docx');
    if (missing) return;
    expect(pages).toHaveLength(3);
    const [first = ''] = pages;
    expect(packed(first)).toContain('关于2020年第一季度重点任务报送情况的通报');
    expect(packed(pages.join(''))).toContain('应报送6家，按时报送3家，延期报送1家，逾期补报1家，未报送1家。');
    expect(packed(pages[2] ?? '')).toMatch(/^附件2020年第一季度重点任务报送情况表序号/);
    const agencies = await sql<{ name: string }>('SELECT name FROM "Agency" WHERE starts_with(code, $1)', [planCode]);
    const [annex = ''] = packed(pages[2] ?? '').split('注：');
    const words = /按时报送|延期报送|逾期补报|未报送|未到期/g;
    expect(agencies.filter(({ name }) => !annex.includes(packed(name)))).toEqual([]);
    expect(annex.match(words)).toHaveLength(agencies.length);
    expect(opened['period.docx']?.size).toMatch(a4.portrait);
  });

  test('the opened circular of a year has a column for each period that is due', () => {
    const pages = pagesOf('year.docx');
    if (missing) return;
    expect(packed(pages.at(-1) ?? '')).toContain('第一季度第二季度第三季度按时报送率');
  });
});

describe('the report of one agency, opened in LibreOffice', () => {
  test('the opened report of an agency has all filed sections, the place of the seal and the receipt number', async () => {
    const text = packed(pagesOf('report.docx').join(''));
    if (missing) return;
    const { receipt } = await one<{ receipt: string }>(
      `SELECT v."receiptNumber" AS receipt FROM "FiledVersion" v JOIN "Report" r ON r.id = v."reportId"
       JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
       WHERE p.quarter = '2020Q1' AND a.code = $1 AND v.number = 2`,
      [`${planCode}-2`],
    );
    expect(text).toContain('关于报送2020年第一季度重点任务进展情况的报告试验局：');
    for (const words of ['（一）工作进展情况', '（二）存在问题人手不足', '（三）取得成效', '（四）下一步工作'])
      expect(text).toContain(words);
    expect(text).toContain(`回执编号：${packed(receipt)}。`);
    expect(text).toMatch(/乙局（盖章）2020年\d+月\d+日/);
  });
});

describe('the period’s summary, opened in LibreOffice', () => {
  test('the opened summary has all agencies, shows no hidden source, and has a row for each task', async () => {
    const pages = pagesOf('summary.docx');
    if (missing) return;
    const entries = await entriesOf(draftId, drafter);
    expect(entries.length).toBeGreaterThan(3);
    const text = packed(pages.join(''));
    for (const { agencyName } of entries) expect(text).toContain(`、${packed(agencyName)}`);
    expect(text).not.toContain('来源');
    const table = pages.slice(pages.findIndex((page) => packed(page).startsWith('附件'))).join('\n');
    const numbers = [...table.matchAll(/^\s{0,12}(\d{1,2})\s/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(entries.map((_, index) => index + 1));
  });
});

describe('the ledger, opened in LibreOffice', () => {
  test('the opened ledger prints every task of every period on landscape A4, with the header on each page', async () => {
    const pages = pagesOf('ledger.xlsx');
    if (missing) return;
    expect(opened['ledger.xlsx']?.size).toMatch(a4.landscape);
    for (const page of pages) expect(packed(page)).toContain('序号季度重点任务牵头单位');
    const rows = await sql(
      `SELECT FROM "Task" t JOIN "Plan" l ON l.id = t."planId" JOIN "ReportingPeriod" p ON p."planId" = l.id
       WHERE l.code = $1 AND p."opensAt" <= $2`,
      [planCode, now],
    );
    expect(rows).toHaveLength(24);
    const found = pages.join('\n').match(/2020\s*年第[一二三四]/g);
    // Once on each of the two sheets.
    expect(found?.length).toBe(2 * rows.length);
  });
});

test('a full page has 22 lines of 28 characters', () => {
  const pages = pagesOf('full.docx');
  if (missing) return;
  const lines = (pages[1] ?? '')
    .split('\n')
    .map(packed)
    .filter((line) => line !== '' && !line.startsWith('—'));
  expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
});
