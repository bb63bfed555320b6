import 'server-only';
import { getT } from '@/lib/text/get-t';
import type { Translate } from '@/lib/text/translator';

const appearances = ['default', 'header', 'text', 'centred', 'number', 'continuedNumber'] as const;
export type Appearance = (typeof appearances)[number];

/** Gives the index of an appearance among the styles below. */
export function styleOf(appearance: Appearance): number {
  return appearances.indexOf(appearance);
}

const font = (name: string, isBold: boolean) =>
  `<font>${isBold ? '<b/>' : ''}<sz val="10"/><color rgb="FF000000"/><name val="${name}"/><charset val="134"/></font>`;

const sides = ['left', 'right', 'top', 'bottom'];
const grid = sides.map((side) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`).join('');

/** Format 49 is text; the quote prefix keeps a text that begins like a formula a text when it is edited. */
const asText = 'numFmtId="49" applyNumberFormat="1" quotePrefix="1"';
const asNumber = 'numFmtId="0"';
/** A number repeated from the row above, with a word after it that says so. */
const asContinued = 'numFmtId="164" applyNumberFormat="1"';
const continuedNumber = (t: Translate) =>
  `<numFmt numFmtId="164" formatCode="0&quot;${t('documents.workbook.continued')}&quot;"/>`;

function cellFormat(fontId: number, fillId: number, alignment: string, format: string): string {
  const applied = 'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf ${format} fontId="${fontId}" fillId="${fillId}" borderId="1" xfId="0" ${applied}><alignment ${alignment}/></xf>`;
}

/** The styles of a workbook's cells: 10 pt, wrapped, with a thin grid; the header bold on grey. */
export function stylesXml(): string {
  const t = getT();
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="1">${continuedNumber(t)}</numFmts>`,
    `<fonts count="2">${font(t('documents.fonts.number'), false)}${font(t('documents.fonts.heading'), true)}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EBF0"/><bgColor indexed="64"/></patternFill></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${grid}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${appearances.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    cellFormat(1, 2, 'horizontal="center" vertical="center" wrapText="1"', asNumber),
    cellFormat(0, 0, 'horizontal="left" vertical="top" wrapText="1"', asText),
    cellFormat(0, 0, 'horizontal="center" vertical="top" wrapText="1"', asText),
    cellFormat(0, 0, 'horizontal="center" vertical="top"', asNumber),
    cellFormat(0, 0, 'horizontal="center" vertical="top"', asContinued),
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
