import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { countByAgency, countByPeriod } from '@/lib/statistics/data';
import { formatPeriod } from '@/lib/text/format';
import { rateWords } from '@/lib/text/rate-words';
import { division, filterOf, liveThroughYear, now, page } from '../support/counted-year';
import { ofPeriod, ofYear, written } from '../support/documents';
import { t } from '../support/translator';

let planCode: string;

beforeAll(async () => {
  planCode = await liveThroughYear();
}, 60_000);

/** Lists the paragraphs of a .docx, including those in the cells of tables. */
async function linesOf(bytes: Buffer): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  return value.split('\n').filter((line) => line.trim() !== '');
}

/** Lists the rows of the last table of a .docx. */
async function tableOf(bytes: Buffer): Promise<string[][]> {
  const { value } = await mammoth.convertToHtml({ buffer: bytes });
  const rows = [...value.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => row);
  return rows.map((row) =>
    [...row.matchAll(/<t[dh]>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  );
}

const short = (name: string) => name.slice(planCode.length);

/** While the fourth quarter is open. */
const inDecember = new Date('2020-12-20T02:00:00Z');
/** Shortly before the last day of the third quarter: two quarters are over, one is open. */
const inOctober = new Date('2020-10-10T02:07:00Z');

describe('the circular', () => {
  test('the circular of a period has the numbers of the statistics, and names the agencies by outcome', async () => {
    const { bytes, total, passed } = await written('circular', planCode, ofPeriod('2020Q1'), now);
    expect([total, passed]).toEqual([6, 6]);
    const lines = (await linesOf(bytes)).map((line) => line.replaceAll(planCode, ''));
    expect(lines.slice(0, 2)).toEqual(['关于2020年第一季度', '重点任务报送情况的通报']);
    expect(lines).toContain(
      '按照《试验计划》要求，2020年第一季度重点任务进展情况报送截止日期为4月3日。现将截至2021年1月20日9时的报送情况通报如下。',
    );
    expect(lines).toContain('应报送6家，按时报送3家，延期报送1家，逾期补报1家，未报送1家。按时报送率为66.7%。');
    expect(lines).toContain('经审核退回修改1份（1次）：乙局（1次）。');
    expect(lines[lines.indexOf('（一）按时报送的单位（3家）') + 1]).toBe('甲局、乙局、己局。');
    expect(lines[lines.indexOf('（四）未报送的单位（1家）') + 1]).toBe('丁局。');
    expect(lines.slice(lines.indexOf('特此通报。'))).toEqual(
      expect.arrayContaining(['特此通报。', '（联系处室：试验处）', expect.stringMatching(/^注：按时报送率/)]),
    );
    expect(lines).toContain('2021年第一季度重点任务进展情况报送截止日期为2021年4月6日，请各牵头单位按时报送。');
  });

  test('the circular of a period has a row for each agency, with its own last day apart from that of an extension', async () => {
    const { bytes } = await written('circular', planCode, ofPeriod('2020Q1'), now);
    const [header, ...rows] = await tableOf(bytes);
    expect(header).toEqual(['序号', '牵头单位', '原截止日期', '延期至', '首次报送时间', '报送情况', '退回次数']);
    const filedAt = rows.map((row) => row[4] ?? '');
    expect(filedAt[3]).toBe('—');
    for (const at of filedAt.filter((_, index) => index !== 3)) expect(at).toMatch(/^4月[2-6]日 \d\d:\d\d$/);
    expect(
      rows.map(([number, name = '', dueOn, extendedOn, , ...facts]) => [
        number,
        short(name),
        dueOn,
        extendedOn,
        ...facts,
      ]),
    ).toEqual([
      ['1', '甲局', '4月3日', '—', '按时报送', '0'],
      ['2', '乙局', '4月3日', '—', '按时报送', '1'],
      // Its extension was granted after the deadline, so the late filing stands beside the day that it missed.
      ['3', '丙局', '4月3日', '4月13日', '逾期补报', '0'],
      ['4', '丁局', '4月3日', '—', '未报送', '0'],
      ['5', '戊局', '4月3日', '4月13日', '延期报送', '0'],
      ['6', '己局', '4月3日', '—', '按时报送', '0'],
    ]);
  });

  test('the circular of an open period has no rate, and asks the others to file by the last day', async () => {
    const { bytes } = await written('circular', planCode, ofPeriod('2020Q4'), inDecember);
    const lines = await linesOf(bytes);
    expect(lines).toContain('应报送6家，按时报送2家，未到期4家。报送尚未截止，暂不计算按时报送率。');
    expect(lines).toContain('请尚未报送的单位于2021年1月6日（暂定）前报送。');
    expect(lines.join('')).not.toContain('%');
  });

  test('the circular of a year covers the quarters that are due, and is not called that of the year before all are', async () => {
    const titleAt = async (at: Date) => (await linesOf((await written('circular', planCode, ofYear, at)).bytes))[0];
    // The fourth quarter is provisional, so it is not due in January either.
    expect(await titleAt(now)).toBe('关于2020年前三季度');
    expect(await titleAt(inOctober)).toBe('关于2020年上半年');
    expect(await titleAt(new Date('2020-04-10T02:00:00Z'))).toBe('关于2020年第一季度');
  });

  test('the circular of a year agrees with the statistics by period and by agency', async () => {
    const { bytes } = await written('circular', planCode, ofYear, now);
    const lines = await linesOf(bytes);
    expect(lines[2]).toBe('各牵头单位：');
    expect(lines[3]).toContain('2020年前三季度的报送截止日期分别为4月3日、7月3日、10月12日。');
    const periods = (await countByPeriod(division, now)).filter((each) => each.planCode === planCode);
    for (const row of periods.filter(({ periodCode }) => periodCode < '2020Q4')) {
      const found = lines.find((line) => line.startsWith(`${formatPeriod(row.periodCode)}应报送6家`));
      const counted = (['on_time', 'extended', 'late', 'missing', 'pending'] as const).map((key) => row[key]);
      const words = ['按时报送', '延期报送', '逾期补报', '未报送', '未到期'];
      const said = words.map((word) => Number(new RegExp(`${word}(\\d+)家`).exec(found ?? '')?.[1] ?? 0));
      expect([row.periodCode, ...said]).toEqual([row.periodCode, ...counted]);
      expect(found).toContain(`按时报送率为${rateWords(t, row)}。`);
    }
    const { agencies } = await countByAgency(division, filterOf(planCode, { year: 2020 }), page);
    const rates = new Map(agencies.map((each) => [each.name, rateWords(t, each)]));
    const [, ...rows] = await tableOf(bytes);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.at(-2)).toBe(rates.get(row[1] ?? ''));
    expect(rows[1]?.slice(2)).toEqual(['按时报送', '按时报送', '延期报送', '100.0%', '1']);
  });

  test('the circular of a year names each agency once, under its gravest outcome, with its quarters', async () => {
    const { bytes } = await written('circular', planCode, ofYear, now);
    const lines = (await linesOf(bytes)).map((line) => line.replaceAll(planCode, ''));
    const groups = lines.slice(lines.indexOf('二、各单位报送情况') + 1, lines.indexOf('三、有关要求'));
    expect(groups).toEqual([
      '（一）各季度均按时报送的单位（1家）',
      '甲局。',
      '（二）有延期报送的单位（1家）',
      '乙局（第三季度延期报送）。',
      '（三）有未报送的单位（4家）',
      '丙局（第二季度未报送，第一季度逾期补报）、丁局（第一季度、第二季度未报送，第三季度逾期补报）、戊局（第三季度未报送，第一季度延期报送）、己局（第二季度未报送，第三季度未到期）。',
    ]);
  });
});

const sheetOf = (bytes: Buffer) =>
  strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

/** Lists the texts of each row of a sheet. */
function rowsOf(bytes: Buffer): string[][] {
  const rows = [...sheetOf(bytes).matchAll(/<row r="\d+"[^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => row);
  return rows.map((row) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  );
}

describe('the ledger', () => {
  test('the ledger has one row per task and period, with the filed texts and no drafts', async () => {
    const { bytes, total, passed } = await written('ledger', planCode, ofYear, now);
    const [header, ...rows] = rowsOf(bytes);
    expect([total, passed, rows.length]).toEqual([24, 24, 24]);
    expect(header?.slice(0, 4)).toEqual(['序号', '季度', '重点任务', '牵头单位']);
    const of = (agency: string, words: string) =>
      rows.find((row) => short(row[3] ?? '') === agency && row[1] === words) ?? [];
    expect(of('甲局', '2020年第一季度').slice(5, 8)).toEqual(['已报送', '按时报送', '正常']);
    expect(header).toEqual(expect.arrayContaining(['进度', '存在问题', '回执编号']));
    const columnOf = (title: string) => header?.indexOf(title) ?? -1;
    expect(of('甲局', '2020年第一季度')[columnOf('存在问题')]).toBe('无存在问题。');
    expect(of('乙局', '2020年第一季度')[columnOf('存在问题')]).toBe('人手不足');
    const unfiled = header?.slice(7).map(() => '') ?? [];
    expect(of('丁局', '2020年第一季度').slice(6)).toEqual(['未报送', ...unfiled]);
    const filed = rows.filter((row) => row[columnOf('回执编号')] !== '').length;
    const lights = rows.filter((row) => row[columnOf('进度')] !== '').length;
    expect(lights).toBe(filed);
  });

  test('the ledger of a period has the tasks of that period only', async () => {
    const { bytes } = await written('ledger', planCode, ofPeriod('2020Q3'), now);
    const [, ...rows] = rowsOf(bytes);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['2020年第三季度']));
    expect(rows).toHaveLength(6);
  });
});

test('the same document ordered twice has the same bytes', async () => {
  for (const kind of ['circular', 'ledger'] as const) {
    for (const period of [ofYear, ofPeriod('2020Q1')]) {
      const [one, other] = [await written(kind, planCode, period, now), await written(kind, planCode, period, now)];
      expect(one.bytes.equals(other.bytes)).toBe(true);
    }
  }
});
