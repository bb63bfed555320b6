import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { onTimeRate } from '@/lib/domain/review/filing-rate';
import { countByAgency, countByPeriod } from '@/lib/statistics/data';
import { formatRate } from '@/lib/text/format';
import { division, filterOf, liveThroughYear, now, page } from '../support/counted-year';
import { ofPeriod, ofYear, written } from '../support/documents';

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

describe('the circular', () => {
  test('the circular of a period has the numbers of the statistics, and names the agencies by outcome', async () => {
    const { bytes, total, passed } = await written('circular', planCode, ofPeriod('2020Q1'), now);
    expect([total, passed]).toEqual([6, 6]);
    const lines = (await linesOf(bytes)).map((line) => line.replaceAll(planCode, ''));
    expect(lines.slice(0, 2)).toEqual(['关于2020年第一季度', '重点任务报送情况的通报']);
    expect(lines).toContain('应报6份：按时报送3份，延期内报送1份，逾期补报1份，未报送1份。按时报送率为50.0%。');
    expect(lines).toContain('退回修改的报告1份，共退回1次。');
    expect(lines).toContain('（一）按时报送的单位（3个）');
    expect(lines[lines.indexOf('（四）未报送的单位（1个）') + 1]).toBe('丁局。');
    expect(lines[lines.indexOf('（五）报告被退回修改的单位（1个）') + 1]).toBe('乙局（1次）。');
  });

  test('the circular of a period has a row for each agency, in the order of the annex', async () => {
    const { bytes } = await written('circular', planCode, ofPeriod('2020Q1'), now);
    const [header, ...rows] = await tableOf(bytes);
    expect(header).toEqual(['序号', '牵头单位', '截止日期', '首次报送时间', '报送情况', '退回次数']);
    expect(rows.map(([number, name = '', , , outcome, returns]) => [number, short(name), outcome, returns])).toEqual([
      ['1', '甲局', '按时报送', '0'],
      ['2', '乙局', '按时报送', '1'],
      ['3', '丙局', '逾期补报', '0'],
      ['4', '丁局', '未报送', '0'],
      ['5', '戊局', '延期内报送', '0'],
      ['6', '己局', '按时报送', '0'],
    ]);
  });

  test('the circular of a year agrees with the statistics by period and by agency', async () => {
    const { bytes } = await written('circular', planCode, ofYear, now);
    const lines = await linesOf(bytes);
    for (const row of (await countByPeriod(division, now)).filter((each) => each.planCode === planCode)) {
      const found = lines.find((line) =>
        line.startsWith(`2020年第${'一二三四'[Number(row.periodCode[5]) - 1]}季度应报`),
      );
      const counted = (['on_time', 'extended', 'late', 'missing', 'pending'] as const).map((key) => row[key]);
      const words = ['按时报送', '延期内报送', '逾期补报', '未报送', '未到期'];
      const said = words.map((word) => Number(new RegExp(`${word}(\\d+)份`).exec(found ?? '')?.[1] ?? 0));
      expect([row.periodCode, ...said]).toEqual([row.periodCode, ...counted]);
      const rate = onTimeRate(row);
      expect(found).toContain(`按时报送率为${rate === null ? '—' : formatRate(rate)}。`);
    }
    const { agencies } = await countByAgency(division, filterOf(planCode, { year: 2020 }), page);
    const rates = new Map(agencies.map((each) => [each.name, onTimeRate(each)]));
    const [, ...rows] = await tableOf(bytes);
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const rate = rates.get(row[1] ?? '');
      expect(row.at(-2)).toBe(rate === null || rate === undefined ? '—' : formatRate(rate));
    }
    expect(rows[1]?.slice(2)).toEqual(['按时报送', '按时报送', '延期内报送', '未到期', '66.6%', '1']);
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
