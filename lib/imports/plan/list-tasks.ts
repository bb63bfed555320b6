import 'server-only';
import { headingLevel, splitNumber } from './headings';
import { isOpen, limitLine, personLine, plainLabel, unitLine } from './list-labels';
import { isDateLine } from './notice-head';
import type { PlanProblem, RowPlace } from './plan-source';
import { type DraftTask, emptyTask } from './plan-task';
import { limitInside } from './time-limits';
import { assignedUnits, namesOnlyUnits, type UnitsOfCell } from './units';

type Paragraph = { text: string; place: RowPlace };

type Item = {
  level: number;
  number: string;
  /** The line as printed, for the path of what stands below it. */
  printed: string;
  lines: string[];
  units: UnitsOfCell;
  due: string;
  remark: string | null;
  place: RowPlace;
};

const bracket =
  /[（(]\s*((?:由|牵头|责任|主办|主责|配合)(?:[^（）()]|[（(][^（）()]*[）)])*|(?:[^（）()。]|[（(][^（）()]*[）)])*?牵头(?:[^（）()]|[（(][^（）()]*[）)])*)[）)]\s*[。.]?\s*$/;
/** （市商务局、各区） at the end of an item, without a word for what they do. */
const bareBracket = /[（(]([^（）()]{3,})[）)]\s*[。.]?\s*$/;
/** A time limit with its name among the units: （牵头单位：甲；完成时限：6月底；配合单位：乙）. */
const limitAmong = /(^|[，,；;。\s])\s*(?:完成|办结)(?:时限|时间|期限)\s*[:：]\s*([^，,；;。]+)/;

const hasUnits = ({ units }: Item) => units.leads.length > 0 || units.supports.length > 0;

const add = (item: Item, { leads, supports }: UnitsOfCell) => {
  item.units = { leads: [...item.units.leads, ...leads], supports: [...item.units.supports, ...supports] };
};

/** A time limit at the end of a bracket: （牵头单位：…，6月底完成）. */
function splitLimit(text: string): { units: string; due: string } {
  const named = limitAmong.exec(text);
  if (named) return { units: text.replace(named[0], ''), due: named[2]?.trim() ?? '' };
  const parts = text.split(/[，,；;]/);
  const last = parts.at(-1) ?? '';
  const limit = parts.length > 1 ? limitInside(last) : null;
  return limit ? { units: parts.slice(0, -1).join('，'), due: limit } : { units: text, due: '' };
}

/** The bracket at the end of a line that says who is responsible: where it begins, and what it says. */
function bracketIn(line: string): { begin: number; text: string } | null {
  const bare = bareBracket.exec(line);
  const found = bracket.exec(line) ?? (bare && namesOnlyUnits(bare[1] ?? '') ? bare : null);
  return found && { begin: found.index, text: found[1] ?? '' };
}

function takeUnits(item: Item, text: string): void {
  const { units, due } = splitLimit(text);
  // 责任单位 after 牵头单位 on a line of its own names those who support.
  const assigned = assignedUnits(units, 'leads');
  const isSecond = item.units.leads.length > 0 && /^(主要)?责任/.test(text);
  add(item, isSecond ? { leads: [], supports: [...assigned.leads, ...assigned.supports] } : assigned);
  if (due) item.due = due;
}

/** Takes a line into an item: who is responsible, until when, or a part of its text. */
function take(item: Item, printed: string): void {
  const line = plainLabel(printed);
  const due = limitLine.exec(line)?.[1];
  if (due) item.due = due;
  else if (personLine.test(line)) item.remark = [item.remark, printed].filter(Boolean).join('\n');
  else if (unitLine.test(line)) takeUnits(item, line.replace(/[。.]$/, ''));
  else {
    const found = bracketIn(line);
    if (found) takeUnits(item, found.text);
    const rest = found ? line.slice(0, found.begin).trim() : printed;
    if (rest) item.lines.push(rest);
  }
}

/** Joins a line of units with those in which it goes on. */
function joined(paragraphs: readonly Paragraph[]): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const { text, place } of paragraphs) {
    const last = lines.at(-1);
    if (last && isOpen(last.text) && headingLevel(text) === null && plainLabel(text) === text && !/[:：]/.test(text))
      last.text += text;
    else lines.push({ text, place });
  }
  return lines;
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
  for (const { text, place } of joined(withoutSignature(paragraphs))) {
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
        remark: null,
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
    tasks.push({
      ...emptyTask(item.place),
      number: item.number,
      path: headings,
      text,
      leads,
      supports,
      due,
      remark: item.remark,
    });
    const values = { number: item.number };
    if (leads.length === 0) problems.push({ code: 'lead-missing', at: { row: item.place }, values });
    if (text === '') problems.push({ code: 'text-missing', at: { row: item.place }, values });
    path.push(item);
  }
  return { tasks: depths.size > 0 ? tasks : [], problems: depths.size > 0 ? problems : [] };
}
