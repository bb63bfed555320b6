import 'server-only';
import type { SourceBlock, SourceCell, SourceRow } from './plan-source';
import { WordNumbers } from './word-numbers';
import { childAt, descendants, type Element, parseXml, textOf } from './xml-tree';

/**
 * The text of a paragraph: what was deleted with changes being tracked is not there any more, and a text box is there once
 * for new word processors and once more for old ones.
 */
function paragraphText(element: Element): string {
  return element.children
    .map((child): string => {
      if (['del', 'moveFrom', 'pPr', 'rPr', 'instrText', 'Fallback', 'fldSimple'].includes(child.name))
        return child.name === 'fldSimple' ? paragraphText(child) : '';
      if (child.name === 't') return textOf(child);
      if (child.name === 'tab') return ' ';
      if (child.name === 'br' || child.name === 'cr') return '\n';
      if (child.name === 'noBreakHyphen') return '-';
      return paragraphText(child);
    })
    .join('');
}

const isNumbered = (paragraph: Element) => childAt(paragraph, 'pPr', 'numPr') !== undefined;

/** Writes a table inside a cell as a line for each of its rows. */
function tableText(table: Element): string {
  const rows = descendants(table, 'tr', 'tbl');
  return rows
    .map((row) =>
      descendants(row, 'tc', 'tbl')
        .map((cell) => cellText(cell))
        .join(' '),
    )
    .join('\n');
}

/** The text of a cell: its paragraphs, one below the other, and the tables in it. */
function cellText(cell: Element): string {
  return cell.children
    .flatMap((child): string[] => {
      if (child.name === 'p') return [paragraphText(child).trim()];
      if (child.name === 'tbl') return [tableText(child)];
      return child.name === 'sdt' ? [cellText(childAt(child, 'sdtContent') ?? child)] : [];
    })
    .filter((text) => text !== '')
    .join('\n');
}

function cellOf(cell: Element): SourceCell {
  const span = Number(childAt(cell, 'tcPr', 'gridSpan')?.attributes.val ?? 1);
  const merge = childAt(cell, 'tcPr', 'vMerge');
  const text = cellText(cell);
  return {
    text,
    span: Math.max(1, Math.min(100, span)),
    isContinued: merge !== undefined && merge.attributes.val !== 'restart',
    isCounted: text === '' && descendants(cell, 'p').some(isNumbered),
    hasTable: descendants(cell, 'tbl').length > 0,
  };
}

/** Rows of a table that were deleted with changes being tracked are left out. */
function rowsOf(table: Element, number: number): SourceRow[] {
  const rows = descendants(table, 'tr', 'tbl').filter((row) => !childAt(row, 'trPr', 'del'));
  return rows.map((row, index) => {
    const skipped = Number(childAt(row, 'trPr', 'gridBefore')?.attributes.val ?? 0);
    const before: SourceCell[] = skipped > 0 ? [{ text: '', span: Math.min(100, skipped) }] : [];
    return {
      place: { table: number, row: index + 1 },
      cells: [...before, ...descendants(row, 'tc', 'tbl').map(cellOf)],
    };
  });
}

type Counter = { tables: number; paragraphs: number; numbers: WordNumbers };

function blocksOf(body: Element, counter: Counter): SourceBlock[] {
  return body.children.flatMap((child): SourceBlock[] => {
    if (child.name === 'tbl') {
      counter.tables += 1;
      return [{ kind: 'table', rows: rowsOf(child, counter.tables), isTyped: false }];
    }
    if (child.name === 'sdt') return blocksOf(childAt(child, 'sdtContent') ?? child, counter);
    if (child.name !== 'p') return [];
    counter.paragraphs += 1;
    const place = { line: counter.paragraphs };
    const text = paragraphText(child).trim();
    const lines = text === '' ? [] : `${counter.numbers.next(child)}${text}`.split('\n');
    return lines
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => ({ kind: 'paragraph', text: line, place }));
  });
}

/**
 * Reads the main part of a .docx document, and the part with its numbering; the lines of its paragraphs are counted from 1,
 * and so are its tables.
 */
export function readWordSource(documentXml: string, numberingXml?: string): SourceBlock[] {
  const body = childAt(parseXml(documentXml), 'document', 'body');
  return body ? blocksOf(body, { tables: 0, paragraphs: 0, numbers: new WordNumbers(numberingXml) }) : [];
}

/** The main part of a Word document, by which it is known. */
export const wordPart = 'word/document.xml';

/** The part that says how paragraphs are numbered. */
export const numberingPart = 'word/numbering.xml';
