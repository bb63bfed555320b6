import 'server-only';

/** A name that stands for several agencies, such as 各区人民政府: people say which ones it means. */
export type Unit = string | { group: string };

export const nameOfUnit = (unit: Unit) => (typeof unit === 'string' ? unit : unit.group);

export type UnitsOfCell = { leads: Unit[]; supports: Unit[] };

const isNone = (text: string) => /^(无|暂无|没有|[-—－–_/／\\·.]+)?$/.test(text);

const isGroup = (name: string) => /各|有关|相关/.test(name);

/** Ends of names after which 和, 及 or 与 joins two names; inside 规划和自然资源局 it does not. */
const nameEnds = '(?:[局委办院部厅署处校会联社室所队站馆台团]|中心|政府|公司|集团|银行|街道|大学)';

const joined = new RegExp(`(?<=${nameEnds})(?:以及|和|及|与)(?=.+${nameEnds}$|.*(?:有关|相关|各))`);

const separators = /[、；;，,/／|｜\n\r]+|(?<=\S)\s+(?=\S)/;

/** Splits at separators outside brackets: 高新园(邹区镇、薛家镇) is one name. */
function splitOutsideBrackets(text: string): string[] {
  const closed: string[] = [];
  const covered = text.replaceAll(/[（(][^（）()]*[）)]/g, (match) => `{${closed.push(match) - 1}}`);
  return covered
    .split(separators)
    .flatMap((part) => part.split(joined))
    .map((part) => part.replaceAll(/\{(\d+)\}/g, (_, index) => closed[Number(index)] ?? ''));
}

/** Words behind the last of several names: 甲、乙等部门按职责分工负责. */
const tail =
  /(?:等)?(?:(?<=等)(?:部门|单位))?(?:按照?(?:各自)?职责(?:分工)?|分工|分别|共同|具体)?(?:负责|配合|协助|参与|落实|组织实施|推进)*[。.\s]*$/;

/** The number of a name that is listed with others: ①甲；②乙. */
const listNumber = /^(?:[①-⑳]|\d{1,2}(?:[.．）)]|$)|[（(]\d{1,2}[）)])\s*/;

/** A name whose characters were spaced out to fill its cell: 市 教 委. */
const unspaced = (text: string) =>
  /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(text) ? text.replaceAll(/\s/g, '') : text;

/** Gives the names in a cell, each once and in its order. */
function unitsOf(text: string): Unit[] {
  // 甲等有关部门 are 甲 and a group.
  const plain = text
    .replaceAll(/等(?=有关|相关|各)/g, '、')
    .replaceAll(/[（(](?:按照?职责|分别|共同)[^（）()]*[）)]/g, '');
  const parts = plain.split(/[；;\n]/);
  const names = parts
    .flatMap((part) => splitOutsideBrackets(unspaced(part.trim()).replace(tail, '')))
    .map((name) =>
      name
        .trim()
        .replace(/^(由|以及|和|及|会同|商)(?=.{3})/, '')
        .replace(listNumber, '')
        .replace(tail, ''),
    )
    .filter((name) => !isNone(name));
  return [...new Set(names)].map((name) => (isGroup(name) ? { group: name } : name));
}

const leadWords = '(?:主要)?(?:牵头(?:责任)?(?:单位|部门|科室)?|主办(?:单位|部门)?|主责(?:单位|部门)?)';
const dutyWords = '(?:主要)?(?:责任|承办|实施|落实)(?:单位|部门)';
const supportWords =
  '(?:配合(?:责任)?(?:单位|部门|科室)?|协办(?:单位|部门)?|协同(?:单位|部门)?|参与(?:单位|部门)?|支持(?:单位|部门)?|协助(?:单位|部门)?)';
/** Words after which no agency stands, but a person or a day. */
const otherWords =
  '(?:(?:牵头|责任|分管|包联|联系)?(?:市|区|县)?领导|(?:牵头|责任)人|负责人|联系人|联络员|(?:联系)?电话|(?:完成|办结)(?:时限|时间|期限))';
const label = new RegExp(`(${leadWords}|${dutyWords}|${supportWords}|${otherWords})\\s*[:：]`, 'g');
const isAll = (words: string, text: string) => new RegExp(`^${words}$`).test(text);

/** Reads 牵头单位：甲；配合单位：乙. Without a 牵头, those under 责任单位 lead. */
function labelledUnits(text: string): UnitsOfCell | null {
  const labels = [...text.matchAll(label)];
  const parts = labels.flatMap((match, index) => {
    const name = match[1] ?? '';
    const units = unitsOf(text.slice(match.index + match[0].length, labels[index + 1]?.index));
    const about = { isLead: isAll(leadWords, name), isDuty: isAll(dutyWords, name), units };
    return isAll(otherWords, name) ? [] : [about];
  });
  if (parts.length === 0) return null;
  const hasLead = parts.some(({ isLead }) => isLead);
  const leads = parts.filter(({ isLead, isDuty }) => isLead || (!hasLead && isDuty));
  const others = parts.filter((part) => !leads.includes(part));
  return { leads: leads.flatMap(({ units }) => units), supports: others.flatMap(({ units }) => units) };
}

/** Statements of who leads, before whoever supports. */
const statements = [
  /^(.+?)(?:共同)?牵头(?:负责|落实|推进)?(?:[，,；;。、\s]|$|(?=会同))(.*)$/s,
  /^(.+?)负责(?:落实|推进)?[，,；;。](.*(?:配合|协助|参与)[^，,；;]*)$/s,
  /^(.+?)会同(.+)$/s,
];

/** Reads 甲、乙牵头，丙、丁按职责分工负责, 甲会同乙 and 甲（牵头）、乙. */
function statedUnits(text: string): UnitsOfCell | null {
  const [stated] = statements.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  if (stated) return { leads: unitsOf(stated[1] ?? ''), supports: unitsOf(stated[2] ?? '') };
  const marked = splitOutsideBrackets(text).map((name) => name.trim());
  const mark = /[（(](牵头|主办|主责)(单位|部门)?[）)]/;
  if (!marked.some((name) => mark.test(name))) return null;
  const namesOf = (names: string[]) => unitsOf(names.map((name) => name.replace(mark, '')).join('、'));
  return {
    leads: namesOf(marked.filter((name) => mark.test(name))),
    supports: namesOf(marked.filter((name) => !mark.test(name))),
  };
}

/**
 * Reads who leads and who supports from a text that may say both. `otherwise` says which of the two a text without such
 * words names.
 */
export function assignedUnits(text: string, otherwise: keyof UnitsOfCell): UnitsOfCell {
  const said = labelledUnits(text) ?? statedUnits(text);
  if (said) return said;
  return { leads: [], supports: [], [otherwise]: unitsOf(text) };
}

/** Says whether a text is nothing but names of agencies of a place, and of groups: 市商务局、各区; 甲会同乙负责. */
export function namesOnlyUnits(text: string): boolean {
  const isName = new RegExp(
    `^(?:省|市|自治|州|区|县|旗|盟|镇|乡|中国|国家|团[省市区县]委).*${nameEnds}$|^团[省市区县]委$`,
  );
  const { leads, supports } = assignedUnits(text, 'leads');
  return leads.length > 0 && [...leads, ...supports].every((unit) => typeof unit !== 'string' || isName.test(unit));
}
