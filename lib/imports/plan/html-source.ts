import 'server-only';
import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { SourceBlock, SourceCell, SourceRow } from './plan-source';

const unread = new Set(['style', 'script', 'head', 'title', 'noscript', 'template', 'del']);
const lines = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'section', 'article', 'blockquote']);

/** Says whether nobody sees an element. */
const isUnseen = ({ name, attribs }: Element) =>
  unread.has(name) ||
  'hidden' in attribs ||
  /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(attribs.style ?? '');

/** The number that a browser writes before an item of a numbered list. */
function numberOf(item: Element): string {
  const list = item.parent;
  if (item.name !== 'li' || !list || !isTag(list) || list.name !== 'ol') return '';
  const items = list.children.filter(isTag).filter(({ name }) => name === 'li');
  return `${countOf(list.attribs.start, 10_000) + items.indexOf(item)}.`;
}

/** The text of a node, with a line for each of its paragraphs; spaces and line ends of the markup are one space. */
function textOf(node: ChildNode): string {
  if (isText(node)) return node.data.replaceAll(/\s+/g, ' ');
  if (!isTag(node) || isUnseen(node)) return '';
  if (node.name === 'br') return '\n';
  const text = node.children.map(textOf).join('');
  if (lines.has(node.name)) return `\n${numberOf(node)}${text}\n`;
  return node.name === 'td' || node.name === 'th' ? `${text} ` : text;
}

const plainLines = (text: string) =>
  text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The elements of a name inside a table, without those of the tables in its cells. */
function within(element: Element, name: string): Element[] {
  return element.children.filter(isTag).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'table' || child.name === 'td' || child.name === 'th' ? [] : within(child, name);
  });
}

const hasTable = (element: Element): boolean =>
  element.children.filter(isTag).some((child) => child.name === 'table' || hasTable(child));

/** Says whether a table only lays out a page: it has one column, and another table in it. */
const isLayout = (table: Element) =>
  hasTable(table) &&
  within(table, 'tr').every((row) => row.children.filter(isTag).filter(({ name }) => name === 'td').length === 1);

const countOf = (attribute: string | undefined, most: number) =>
  Math.max(1, Math.min(most, Number.parseInt(attribute ?? '1', 10) || 1));

/** A cell of a row above that reaches down: how many columns it covers, and how many rows further. */
type Reaching = { span: number; rows: number };

function rowOf(cells: readonly Element[], above: ReadonlyMap<number, Reaching>) {
  const laid: SourceCell[] = [];
  const below = new Map<number, Reaching>();
  let column = 0;
  const takeReaching = () => {
    for (let reaching = above.get(column); reaching; reaching = above.get(column)) {
      laid.push({ text: '', span: reaching.span, isContinued: true });
      if (reaching.rows > 1) below.set(column, { span: reaching.span, rows: reaching.rows - 1 });
      column += reaching.span;
    }
  };
  for (const cell of cells) {
    takeReaching();
    const span = countOf(cell.attribs.colspan, 100);
    const rows = countOf(cell.attribs.rowspan, 20_000);
    laid.push({ text: plainLines(textOf(cell)).join('\n'), span, hasTable: hasTable(cell) });
    if (rows > 1) below.set(column, { span, rows: rows - 1 });
    column += span;
  }
  takeReaching();
  return { cells: laid, below };
}

function rowsOf(table: Element, number: number): SourceRow[] {
  let above = new Map<number, Reaching>();
  return within(table, 'tr').map((row, index) => {
    const cells = row.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th');
    const laid = rowOf(cells, above);
    above = laid.below;
    return { place: { table: number, row: index + 1 }, cells: laid.cells };
  });
}

/** Reads what was copied from Word, from a spreadsheet or from a web page, as the browser hands it over. */
export function readHtmlSource(html: string): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let [tables, count] = [0, 0];
  const addText = (text: string) => {
    for (const line of plainLines(text)) {
      count += 1;
      blocks.push({ kind: 'paragraph', text: line, place: { line: count } });
    }
  };
  const read = (nodes: readonly ChildNode[]) => {
    let text = '';
    for (const node of nodes) {
      if (!isTag(node) || !(node.name === 'table' || hasTable(node))) {
        text += textOf(node);
        continue;
      }
      addText(text);
      text = '';
      if (node.name !== 'table' || isLayout(node)) read(node.children);
      else {
        tables += 1;
        blocks.push({ kind: 'table', rows: rowsOf(node, tables), isTyped: false });
      }
    }
    addText(text);
  };
  read(parseDocument(html).children);
  return blocks;
}
