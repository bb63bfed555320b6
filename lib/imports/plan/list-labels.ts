import 'server-only';

const units = '(?:单位|部门|科室)';

const unitLabels = [
  `(?:主要)?(?:牵头|责任|配合|主办|协办|主责|参与)(?:责任)?${units}?`,
  `(?:主要)?(?:责任|承办|协同|支持|协助|实施|落实)${units}`,
].join('|');

const limitLabels = '(?:完成|办结|推进)?(?:时限|时间|期限)(?:要求|节点)?|时间节点';
const personLabels =
  '(?:牵头|责任|分管|挂钩|包联|包保|联系)?(?:市|区|县)?领导|(?:第一|主要|直接)?责任人|(?:牵头|责任)人|负责人|联系人|联络员';

/** A line that names who is responsible. */
const unitLine = new RegExp(`^(?:${unitLabels})\\s*[:：]`);

const anyLabel = new RegExp(`^(?:${unitLabels}|${limitLabels}|${personLabels})$`);
const spaced = /^[【[]?\s*(\p{Script=Han}(?:\s*\p{Script=Han}){1,7})\s*(?:[】\]]\s*[:：]?|[:：])\s*(?=\S)(.*)$/su;
const withoutColon = new RegExp(`^((?:牵头|责任|配合|主办|协办)${units}|完成时限)\\s+(?=\\S)`);

/** Writes 【牵头单位】甲, 牵 头 单 位：甲 and 牵头单位 甲 as 牵头单位：甲; any other line stays as it is. */
export function plainLabel(line: string): string {
  const [, name = '', rest = ''] = spaced.exec(line) ?? [];
  const label = name.replaceAll(/\s/g, '');
  return anyLabel.test(label) ? `${label}：${rest}` : line.replace(withoutColon, '$1：');
}

const labels = new RegExp(
  `(?:^|(?<=[。；;，,！!？?、）)\\s])|(?=[【[]))[【[]?(?:(?<unit>${unitLabels})|(?<limit>${limitLabels})|(?<person>${personLabels}))\\s*(?:[】\\]]\\s*[:：]?|[:：])`,
  'g',
);

/** Fills the brackets of a text, so that nothing is found in them. */
function withoutBrackets(text: string): string {
  const filled = text.replaceAll(/[（(][^（）()]*[）)]/g, (bracket) => '_'.repeat(bracket.length - 1).concat('）'));
  return filled === text ? text : withoutBrackets(filled);
}

/**
 * The parts of a text by their labels: 修路。责任单位：甲。完成时限：6月底。 says what is to be done, by whom and until when.
 * Labels inside brackets are left where they stand.
 */
export function saidIn(printed: string): { text: string; units: string; due: string; person: string } {
  const line = plainLabel(printed);
  const found = [...withoutBrackets(line).matchAll(labels)];
  const said = { text: line.slice(0, found[0]?.index).trim(), units: '', due: '', person: '' };
  for (const [index, match] of found.entries()) {
    const part = line.slice(match.index, found[index + 1]?.index).trim();
    const plain = part.replace(/[。.；;，,]+$/, '');
    if (match.groups?.limit) said.due = plain.slice(match[0].length).trim();
    else if (match.groups?.person) said.person = [said.person, plain].filter(Boolean).join('\n');
    else said.units = [said.units, `${match.groups?.unit}：${plain.slice(match[0].length)}`].filter(Boolean).join('；');
  }
  return said;
}

/** Says whether a line of units goes on in the next one: 配合单位：甲、乙、 */
export const isOpen = (line: string): boolean => unitLine.test(plainLabel(line)) && /[、，,]$/.test(line.trim());
