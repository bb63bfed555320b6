import 'server-only';
import { headingLevel, splitNumber } from './headings';
import { isDateLine } from './notice-head';
import type { PlanProblem, RowPlace } from './plan-source';
import { type DraftTask, emptyTask } from './plan-task';
import { limitInside } from './time-limits';
import { assignedUnits, type UnitsOfCell } from './units';

type Paragraph = { text: string; place: RowPlace };

type Item = {
  level: number;
  number: string;
  /** The line as printed, for the path of what stands below it. */
  printed: string;
  lines: string[];
  units: UnitsOfCell;
  due: string;
  place: RowPlace;
};

const labelLine = /^(?:牵头|责任|配合|主办|协办|主责|参与)(?:责任)?(?:单位|部门)?\s*[:：]/;
const dueLine = /^(?:完成|办结)?(?:时限|时间|期限)\s*[:：]\s*(.+?)[。.]?$/;
const bracket =
  /[（(]\s*((?:由|牵头|责任|主办|主责|配合)(?:[^（）()]|[（(][^（）()]*[）)])*|(?:[^（）()。]|[（(][^（）()]*[）)])*?牵头(?:[^（）()]|[（(][^（）()]*[）)])*)[）)]\s*[。.]?\s*$/;

const hasUnits = ({ units }: Item) => units.leads.length > 0 || units.supports.length > 0;

const add = (item: Item, { leads, supports }: UnitsOfCell) => {
  item.units = { leads: [...item.units.leads, ...leads], supports: [...item.units.supports, ...supports] };
};

/** A time limit at the end of a bracket: （牵头单位：…，6月底完成）. */
function splitLimit(text: string): { units: string; due: string } {
  const parts = text.split(/[，,；;]/);
  const last = parts.at(-1) ?? '';
  const limit = dueLine.exec(last.trim())?.[1] ?? (parts.length > 1 ? limitInside(last) : null);
  return limit ? { units: parts.slice(0, -1).join('，'), due: limit } : { units: text, due: '' };
}

/** Takes a line into an item: who is responsible, until when, or a part of its text. */
function take(item: Item, line: string): void {
  const due = dueLine.exec(line)?.[1];
  if (due) item.due = due;
  else if (labelLine.test(line)) {
    const { units, due: limit } = splitLimit(line.replace(/[。.]$/, ''));
    // 责任单位 after 牵头单位 on a line of its own names those who support.
    const assigned = assignedUnits(units, 'leads');
    const isSecond = item.units.leads.length > 0 && /^责任/.test(line);
    add(item, isSecond ? { leads: [], supports: [...assigned.leads, ...assigned.supports] } : assigned);
    if (limit) item.due = limit;
  } else {
    const found = bracket.exec(line);
    if (!found) item.lines.push(line);
    else {
      const { units, due: limit } = splitLimit(found[1] ?? '');
      add(item, assignedUnits(units, 'leads'));
      if (limit) item.due = limit;
      const rest = line.slice(0, found.index).trim();
      if (rest) item.lines.push(rest);
    }
  }
}

/** The issuer and the date under a text belong to no item. */
function withoutSignature(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const date = paragraphs.findIndex(({ text }) => isDateLine(text));
  const signed = paragraphs[date - 1]?.text ?? '';
  const isSigned = date > 0 && signed.length <= 50 && headingLevel(signed) === null && !/[。；：:]/.test(signed);
  return paragraphs.filter((_, index) => index !== date && !(isSigned && index === date - 1));
}

function itemsOf(paragraphs: readonly Paragraph[]): Item[] {
  const items: Item[] = [];
  for (const { text, place } of withoutSignature(paragraphs)) {
    const level = headingLevel(text);
    const last = items.at(-1);
    if (level !== null) {
      const split = splitNumber(text);
      const item: Item = {
        level,
        number: split.number,
        printed: text,
        lines: [],
        units: { leads: [], supports: [] },
        due: '',
        place,
      };
      take(item, split.text);
      items.push(item);
    } else if (last) take(last, text);
  }
  return items;
}

/** One 责任单位 after the last of several items （1）（2） of one parent is meant for all of them. */
function share(items: readonly Item[]): void {
  for (const [index, item] of items.entries()) {
    if (item.level !== 4 || !hasUnits(item)) continue;
    for (let before = index - 1; items[before]?.level === 4 && !hasUnits(items[before] as Item); before -= 1)
      Object.assign(items[before] as Item, { units: item.units, due: (items[before] as Item).due || item.due });
  }
}

/**
 * Reads tasks from a text without a table: numbered items with 牵头单位 in brackets or on lines of their own. An item without
 * any that has items below it is a heading; one at the depth of the tasks has no lead.
 */
export function readList(paragraphs: readonly Paragraph[]): { tasks: DraftTask[]; problems: PlanProblem[] } {
  const items = itemsOf(paragraphs);
  share(items);
  const depths = new Set(items.filter(hasUnits).map(({ level }) => level));
  const tasks: DraftTask[] = [];
  const problems: PlanProblem[] = [];
  let path: Item[] = [];
  for (const [index, item] of items.entries()) {
    path = path.filter(({ level }) => level < item.level);
    const isParent = (items[index + 1]?.level ?? -1) > item.level;
    if (!hasUnits(item) && (isParent || !depths.has(item.level))) {
      path.push(item);
      continue;
    }
    const text = item.lines.join('\n');
    const { leads, supports } = item.units;
    const due = item.due || limitInside(text) || '';
    const headings = path.map(({ printed }) => printed);
    tasks.push({ ...emptyTask(item.place), number: item.number, path: headings, text, leads, supports, due });
    const values = { number: item.number };
    if (leads.length === 0) problems.push({ code: 'lead-missing', at: { row: item.place }, values });
    if (text === '') problems.push({ code: 'text-missing', at: { row: item.place }, values });
    path.push(item);
  }
  return { tasks: depths.size > 0 ? tasks : [], problems: depths.size > 0 ? problems : [] };
}
