import 'server-only';
import type { SourceBlock, SourceCell, SourceRow } from './plan-source';
import { WordNumbers } from './word-numbers';
import { childAt, descendants, type Element, parseXml, textOf } from './xml-tree';

/** Elements of which nobody sees anything: what was deleted with changes being tracked, codes of fields, readings. */
const unread = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'instrText', 'rt']);

const isOn = (property: Element | undefined) =>
  property !== undefined && !/^(0|false|off)$/.test(property.attributes.val ?? '');

/**
 * The text of a paragraph as it is seen. A text box is there once for new word processors and once more, as Fallback, for old
 * ones; it stands on lines of its own.
 */
function paragraphText(element: Element): string {
  return element.children
    .map((child): string => {
      if (unread.has(child.name) || child.name === 'Fallback') return '';
      if (child.name === 'r' && isOn(childAt(child, 'rPr', 'vanish'))) return '';
      if (child.name === 't') return textOf(child);
      if (child.name === 'tab' || child.name === 'ptab') return ' ';
      if (child.name === 'br' || child.name === 'cr') return '\n';
      if (child.name === 'noBreakHyphen') return '-';
      if (child.name === 'txbxContent')
        return `\n${descendants(child, 'p')
          .map((line) => paragraphText(line))
          .join('\n')}\n`;
      return paragraphText(child);
    })
    .join('');
}

/** Says whether a table only lays out a page: it has one column, and another table in it. */
const isLayout = (table: Element) =>
  descendants(table, 'tr', 'tbl').every((row) => descendants(row, 'tc', 'tbl').length === 1) &&
  descendants(table, 'tc', 'tbl').some((cell) => contentOf(cell).some(({ name }) => name === 'tbl'));

/** The paragraphs and tables of a body, a cell or a control, in their order. */
const contentOf = (element: Element): Element[] =>
  element.children.flatMap((child) => {
    if (child.name === 'tbl' && isLayout(child)) return descendants(child, 'tc', 'tbl').flatMap(contentOf);
    if (child.name === 'p' || child.name === 'tbl') return [child];
    return ['sdt', 'sdtContent', 'customXml'].includes(child.name) ? contentOf(child) : [];
  });

/** Says whether the mark at the end of a paragraph was deleted or moved away with changes being tracked. */
const isMarkDeleted = (paragraph: Element) =>
  ['del', 'moveFrom'].some((name) => childAt(paragraph, 'pPr', 'rPr', name) !== undefined);

/** Reads the main part of a document from above, so that its numbers are counted in their order. */
class WordReader {
  private tables = 0;
  private paragraphs = 0;
  /** The text before a mark that was deleted, which goes on in the next paragraph. */
  private pending = '';

  constructor(private readonly numbers: WordNumbers) {}

  /** The text of the next paragraph with its number; null for one that goes on in the next. */
  private next(paragraph: Element): string | null {
    const text = this.pending + paragraphText(paragraph);
    this.pending = isMarkDeleted(paragraph) ? text : '';
    if (isMarkDeleted(paragraph)) return null;
    return this.numbers.next(paragraph) + text.trim();
  }

  /** Writes a table inside a cell as a line for each of its rows. */
  private tableText(table: Element): string {
    return descendants(table, 'tr', 'tbl')
      .map((row) =>
        descendants(row, 'tc', 'tbl')
          .map((cell) => this.cellText(cell))
          .join(' '),
      )
      .join('\n');
  }

  /** The text of a cell: its paragraphs, one below the other, and the tables in it. */
  private cellText(cell: Element): string {
    return contentOf(cell)
      .map((child) => (child.name === 'tbl' ? this.tableText(child) : (this.next(child) ?? '')))
      .flatMap((text) => text.split('\n'))
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
  }

  private cellOf(cell: Element): SourceCell {
    const span = Number(childAt(cell, 'tcPr', 'gridSpan')?.attributes.val ?? 1);
    const merge = childAt(cell, 'tcPr', 'vMerge');
    const isContinued = merge !== undefined && merge.attributes.val !== 'restart';
    return {
      text: isContinued ? '' : this.cellText(cell),
      span: Math.max(1, Math.min(100, span)),
      isContinued,
      hasTable: descendants(cell, 'tbl').length > 0,
    };
  }

  /** Rows of a table that were deleted with changes being tracked are left out. */
  private rowsOf(table: Element, number: number): SourceRow[] {
    const rows = descendants(table, 'tr', 'tbl').filter((row) => !childAt(row, 'trPr', 'del'));
    return rows.map((row, index) => {
      const skipped = Number(childAt(row, 'trPr', 'gridBefore')?.attributes.val ?? 0);
      const before: SourceCell[] = skipped > 0 ? [{ text: '', span: Math.min(100, skipped) }] : [];
      return {
        place: { table: number, row: index + 1 },
        cells: [...before, ...descendants(row, 'tc', 'tbl').map((cell) => this.cellOf(cell))],
      };
    });
  }

  blocksOf(body: Element): SourceBlock[] {
    return contentOf(body).flatMap((child): SourceBlock[] => {
      if (child.name === 'tbl') {
        this.tables += 1;
        return [{ kind: 'table', rows: this.rowsOf(child, this.tables), isTyped: false }];
      }
      this.paragraphs += 1;
      const place = { line: this.paragraphs };
      const isEmpty = this.pending === '' && paragraphText(child).trim() === '';
      // An empty paragraph counts among the numbers, and says nothing.
      const text = this.next(child) ?? '';
      const lines = isEmpty ? [] : text.split('\n');
      return lines
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => ({ kind: 'paragraph', text: line, place }));
    });
  }
}

const mainPart = /^word\/document\d*\.xml$/;

/** The parts of a Word document that are read: its text, how its paragraphs are numbered, and the styles that number them. */
export const isWordPart = (name: string): boolean =>
  mainPart.test(name) || name === 'word/numbering.xml' || name === 'word/styles.xml';

/**
 * Reads the parts of a .docx document; the lines of its paragraphs are counted from 1, and so are its tables. Null for parts
 * that are none of a document.
 */
export function readWordSource(parts: ReadonlyMap<string, string>): SourceBlock[] | null {
  const [, main] = [...parts].find(([name]) => mainPart.test(name)) ?? [];
  if (main === undefined) return null;
  const body = childAt(parseXml(main), 'document', 'body');
  const numbers = new WordNumbers(parts.get('word/numbering.xml'), parts.get('word/styles.xml'));
  return body ? new WordReader(numbers).blocksOf(body) : [];
}
