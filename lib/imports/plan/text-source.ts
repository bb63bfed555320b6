import 'server-only';
import { headingLevel } from './headings';
import type { RowPlace, SourceBlock, SourceRow } from './plan-source';
import { countNames } from './table-columns';

const separator = /[|｜\t]/;

/** Stands for a separator that belongs to the text of a cell. */
const masked = '\u{F8FF}';

/** Takes the signs of Markdown off a line: # before headings, ** around words, \\| in a cell. */
const withoutSigns = (line: string) =>
  line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replaceAll(/\*\*(.+?)\*\*/g, '$1')
    .replaceAll('\\|', masked);

/** Gives the text of a cell; a typed table breaks its lines as a web page does. */
const cellText = (text: string) =>
  text
    .replaceAll(masked, '|')
    .replaceAll(/\s*<br\s*\/?>\s*/gi, '\n')
    .trim();

/** The cells of a typed row; a separator at its beginning or end only closes it. */
function cellsOf(line: string): string[] {
  // Rows copied from a spreadsheet have no closing separators: an empty cell at either end is a cell.
  if (!/[|｜]/.test(line)) return line.split('\t').map(cellText);
  const parts = line.trim().split(separator);
  if (parts.length > 2 && parts[0]?.trim() === '') parts.shift();
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
  return parts.map(cellText);
}

/** A line of dashes under the header, as in Markdown. */
const isRule = (cells: readonly string[]) => cells.every((cell) => /^[:：]?-+[:：]?$/.test(cell));

type Line = { text: string; place: RowPlace };

/**
 * Reads lines: those with separators (| ｜ or tabulators) are rows of a table, every other one is a paragraph. A heading
 * between two rows belongs to their table.
 */
function blocksOf(typed: readonly Line[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let rows: SourceRow[] = [];
  const close = () => {
    const last: SourceBlock[] = [];
    // A heading after the last row begins what follows the table.
    while (rows.length > 0 && rows.at(-1)?.cells.length === 1) {
      const row = rows.pop();
      if (row) last.unshift({ kind: 'paragraph', text: row.cells[0]?.text ?? '', place: row.place });
    }
    if (rows.length > 0) blocks.push({ kind: 'table', rows, isTyped: true });
    blocks.push(...last);
    rows = [];
  };
  for (const { text, place } of typed) {
    const line = withoutSigns(text);
    const cells = separator.test(line.trim()) ? cellsOf(line) : [];
    if (cells.length > 1 && isRule(cells)) continue;
    if (cells.length > 1) rows.push({ place, cells: cells.map((cell) => ({ text: cell, span: 1 })) });
    else if (line.trim() === '') continue;
    else if (rows.length > 0 && headingLevel(line.trim()) !== null)
      rows.push({ place, cells: [{ text: line.trim(), span: 1 }] });
    else {
      close();
      blocks.push({ kind: 'paragraph', text: cellText(line), place });
    }
  }
  close();
  return blocks;
}

/** Reads a text, line by line. */
export function readTextSource(text: string): SourceBlock[] {
  const lines = text.replaceAll(/[\u200B\uFEFF]/g, '').split(/\r\n|\r|\n/);
  return blocksOf(lines.map((line, index) => ({ text: line, place: { line: index + 1 } })));
}

const isTypedHeader = (block: SourceBlock) =>
  block.kind === 'paragraph' && /[|｜]/.test(block.text) && countNames(cellsOf(block.text)) > 1;

/** Gives the blocks of a document with the tables that were typed in its paragraphs, each below a header of its own. */
export function withTypedTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  if (!blocks.some(isTypedHeader)) return [...blocks];
  const read: SourceBlock[] = [];
  let lines: Line[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') lines.push(block);
    else {
      read.push(...blocksOf(lines), block);
      lines = [];
    }
  }
  return [...read, ...blocksOf(lines)];
}
