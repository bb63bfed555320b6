import { signOfSymbolFont } from './symbol-fonts';
import { tableRow } from './text-tables';

/** Signs and numbers that stand before an item: •, 1. and （一） with Chinese figures, ①. */
const marker =
  '[\\u00B7\\u2022\\u25A0-\\u25FF\\u2666\\u2713-\\u2717\\u2751\\u2756\\u2794\\u27A2]' +
  '|[(\\uFF08]?(?:\\d{1,3}|[\\u4E00\\u4E8C\\u4E09\\u56DB\\u4E94\\u516D\\u4E03\\u516B\\u4E5D\\u5341]{1,3}|[A-Za-z])[)\\uFF09.\\uFF0E\\u3001]' +
  '|[\\u2460-\\u2473]';
const item = new RegExp(`^\\s*(${marker}) *\\t *([^\\t]+)$`);

/** Letters that are bullets in Wingdings; plain text has lost the font, so a Chinese text has to follow. */
const letteredItem = /^\s*([nlqtuv\u00A7\u00D8\u00E8\u00FC]) *\t *(?=\p{Script=Han}[^\t]*$)/u;

const lettered = (line: string) => line.replace(letteredItem, (_, sign: string) => `${signOfSymbolFont(sign)} `);

/** A line whose tabs set it off or follow it, null where they stand between its parts. */
function untabbed(line: string): string | null {
  const [, sign, text] = item.exec(line) ?? [];
  if (sign && text) return `${sign} ${text.trim()}`;
  const rest = line.replace(/^[\t ]*\t|\t[\t ]*$/g, '');
  return rest.includes('\t') ? null : rest;
}

/**
 * Gives a text without tabs. Lines with tabs that follow each other are the rows of a table, as Excel and Word copy them,
 * with their empty cells; where each of them is only indented, or an item behind its sign or number, they stay lines.
 */
export function withoutTabs(text: string): string {
  if (!text.includes('\t')) return text;
  const lines = text.split('\n').map(lettered);
  const isTabbed = (place: number) => lines[place]?.includes('\t') ?? false;
  const written: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (isTabbed(start) && isTabbed(end)) end += 1;
    written.push(...linesOfRun(lines.slice(start, end)));
    start = end;
  }
  return written.join('\n');
}

function linesOfRun(lines: readonly string[]): string[] {
  const plain = lines.map(untabbed);
  if (plain.every((line) => line !== null)) return plain;
  return lines.map((line) => tableRow(line.split('\t')));
}
