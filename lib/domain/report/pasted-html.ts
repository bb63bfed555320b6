import { type PastedElement, type PastedNode, styleOf } from './pasted-node';
import { hasTableWithin, rowsOfTable } from './pasted-table';
import { signOfSymbolFont } from './symbol-fonts';
import { tableRow } from './text-tables';

const unread = new Set(['head', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title', 'xml']);
const blocks = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Ideographs, Chinese punctuation and full-width signs: between two of them a source text may break without a blank. */
const wide = '[\\u2E80-\\uD7FF\\uF900-\\uFF60]';
const breakOfSource = new RegExp(`(?<=${wide}) *\\n[ \\n]*(?=${wide})`, 'g');

/** Lines that are being written: text is added to the last one. */
class Lines {
  private readonly lines = [''];

  add(text: string): void {
    this.lines[this.lines.length - 1] += text;
  }

  end(): void {
    if (this.lines[this.lines.length - 1] !== '') this.lines.push('');
  }

  addLine(text: string): void {
    this.end();
    this.add(text);
  }

  breakLine(): void {
    this.lines.push('');
  }

  all(): string[] {
    return this.lines.map((line) =>
      line
        .replace(breakOfSource, '')
        .replace(/[ \n]+/g, ' ')
        .trim(),
    );
  }
}

const isHidden = ({ style }: PastedElement) => /(?:^|;)\s*(?:display:\s*none|mso-hide:\s*all)/i.test(style);

/** Writes a text of the source: its blanks and line ends are layout; Word has letters of a symbol font for bullets. */
function writeText(text: string, font: string, lines: Lines): void {
  const blanksJoined = text.replace(/[ \t\r\n\f]+/g, (blank) => (/[\r\n]/.test(blank) ? '\n' : ' '));
  const isSymbolic = /^["']?(?:wingdings|symbol)/i.test(font);
  lines.add(isSymbolic ? [...blanksJoined].map(signOfSymbolFont).join('') : blanksJoined);
}

function writeTable(table: PastedElement, font: string, lines: Lines): void {
  const rows = hasTableWithin(table) ? [] : rowsOfTable(table, (cell) => linesOf(cell, font).join(' '));
  if (!rows.some((row) => row.length > 1)) writeChildren(table, font, lines);
  else for (const row of rows) lines.addLine(tableRow(row));
}

/** Numbers or bullets of a list of a web page; Word's own lists have theirs in the text. */
function writeItems(list: PastedElement, font: string, lines: Lines): void {
  let number = Number(list.attributes.start ?? 1) || 1;
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    lines.end();
    if (child.name === 'li') {
      lines.add(list.name === 'ol' ? `${number}. ` : '\u2022 ');
      number += 1;
    }
    // The paragraph within an item stands beside its sign.
    writeChildren(child.name === 'li' ? { ...child, children: child.children.map(inline) } : child, font, lines);
    lines.end();
  }
}

const inline = (node: PastedNode): PastedNode =>
  typeof node !== 'string' && (node.name === 'p' || node.name === 'div') ? { ...node, name: 'span' } : node;

function writeChildren(element: PastedElement, font: string, lines: Lines): void {
  const own = styleOf(element, 'font-family') ?? fontOfShorthand(element) ?? element.attributes.face ?? font;
  for (const child of element.children) writeNode(child, own, lines);
}

/** The family in `font:7.0pt "Times New Roman"`, by which Word sets the blanks behind a bullet. */
const fontOfShorthand = (element: PastedElement) =>
  /["'][^"']+["']$|[a-z]+$/i.exec(styleOf(element, 'font') ?? '')?.[0];

function writeNode(node: PastedNode, font: string, lines: Lines): void {
  if (typeof node === 'string') writeText(node, font, lines);
  else if (!unread.has(node.name) && !isHidden(node)) writeElement(node, font, lines);
}

function writeElement(node: PastedElement, font: string, lines: Lines): void {
  const isBlock = blocks.has(node.name);
  if (isBlock) lines.end();
  if (node.name === 'br') lines.breakLine();
  else if (/mso-tab-count/i.test(node.style)) lines.add('\t');
  else if (node.name === 'table') writeTable(node, font, lines);
  else if (node.name === 'ul' || node.name === 'ol') writeItems(node, font, lines);
  else writeChildren(node, font, lines);
  if (/mso-list:\s*ignore/i.test(node.style)) lines.add(' ');
  if (isBlock) lines.end();
}

function linesOf(node: PastedNode, font = ''): string[] {
  const lines = new Lines();
  if (typeof node === 'string') writeText(node, font, lines);
  else writeChildren(node, font, lines);
  return lines.all().filter((line) => line !== '');
}

const saysMore = (node: PastedNode): boolean =>
  typeof node !== 'string' &&
  (node.name === 'table' ||
    /font-family:\s*["']?(?:wingdings|symbol)/i.test(node.style) ||
    node.children.some(saysMore));

/**
 * Gives the text of what was copied as HTML, where it says more than the plain text beside it: the cells of tables, also
 * empty and merged ones and those with several paragraphs, and bullets that are letters of a symbol font. Null where the
 * plain text says as much.
 */
export function textOfHtml(copied: PastedElement): string | null {
  if (!saysMore(copied)) return null;
  return linesOf(copied).join('\n');
}
