import 'server-only';
import { CsvError, parse } from 'csv-parse/sync';
import type { SourceResult, SourceRow } from './plan-source';
import { countNames } from './table-columns';

type CsvRecord = { record: string[]; info: { lines: number } };

/** The separator of a file: the one by which a line is a header, else the one that the first line has most often. */
function separatorOf(text: string): string {
  const lines = text.split('\n', 12).map((line) => line.replaceAll('"', ''));
  const counts = [',', '\t', ';', '，'].map((separator) => {
    const named = Math.max(...lines.map((line) => countNames(line.split(separator))));
    return { separator, count: named > 1 ? named * 1_000 : (lines[0] ?? '').split(separator).length };
  });
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** The line and the cell, from 1, of the last quotation mark that opened and was never closed. */
function openQuote(text: string, separator: string): { line: number; cell: number } {
  let [line, cell] = [1, 1];
  let opened: { line: number; cell: number } | null = null;
  let isStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"' && opened) {
      if (text[index + 1] === '"') index += 1;
      else opened = null;
    } else if (character === '"' && isStart) opened = { line, cell };
    if (character === '\n') line += 1;
    if (opened === null && (character === separator || character === '\n')) cell = character === '\n' ? 1 : cell + 1;
    isStart = character === separator || character === '\n';
  }
  return opened ?? { line, cell };
}

/** Gives rows with the line on which each begins; a row may reach over several lines. */
function rowsOf(records: readonly CsvRecord[]): SourceRow[] {
  let begin = 1;
  return records.map(({ record, info }) => {
    const place = { line: begin };
    begin = info.lines + 1;
    return { place, cells: record.map((cell) => ({ text: cell.trim(), span: 1 })) };
  });
}

/** Reads a file of separated values (RFC 4180; also with tabulators, semicolons or full-width commas). */
export function readCsvSource(text: string): SourceResult {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n|\r/g, '\n');
  const separator = separatorOf(plain);
  try {
    const options = { delimiter: separator, relax_column_count: true, info: true } as const;
    const rows = rowsOf(parse(plain, options) as unknown as CsvRecord[]);
    const filled = rows.filter(({ cells }) => cells.some(({ text: cell }) => cell !== ''));
    return { ok: true, blocks: [{ kind: 'table', rows: filled, isTyped: true }] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED') {
      const line = Number(error.lines);
      return { ok: false, problems: [{ code: 'quote-misplaced', at: { row: { line } }, values: { line } }] };
    }
    const { line, cell } = openQuote(plain, separator);
    return { ok: false, problems: [{ code: 'quote-not-closed', at: { row: { line } }, values: { line, cell } }] };
  }
}
