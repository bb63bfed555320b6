import 'server-only';
import { deepestChapter, headingLevel, isAnnexLine, levelInBrackets, splitNumber } from './headings';
import { isOpen, plainLabel, saidIn } from './list-labels';
import { isDateLine } from './notice-head';
import type { PlanProblem, RowPlace } from './plan-source';
import { type DraftTask, emptyTask } from './plan-task';
import { limitInside } from './time-limits';
import { assignmentOf, bracketsIn } from './unit-brackets';
import type { UnitsOfCell } from './units';

type Paragraph = { text: string; place: RowPlace };

type Item = {
  level: number;
  number: string;
  /** The line as printed but for its units, for the path of what stands below it. */
  heading: string;
  printed: string;
  lines: string[];
  units: UnitsOfCell;
  due: string;
  remark: string | null;
  place: RowPlace;
};

const hasUnits = ({ units }: Item) => units.leads.length > 0 || units.supports.length > 0;

const add = (item: Item, { leads, supports }: UnitsOfCell) => {
  item.units = { leads: [...item.units.leads, ...leads], supports: [...item.units.supports, ...supports] };
};

/** Takes who is responsible, and until when, into an item. */
function takeAssignment(item: Item, text: string): void {
  const { due, ...assigned } = assignmentOf(text);
  // 责任单位 after 牵头单位 on a line of its own names those who support.
  const isSecond = item.units.leads.length > 0 && /^(主要)?责任/.test(text);
  add(item, isSecond ? { leads: [], supports: [...assigned.leads, ...assigned.supports] } : assigned);
  if (due) item.due = due;
}

/** Takes a line into an item: who is responsible, until when, or a part of its text. */
function take(item: Item, printed: string): void {
  const { text, units, due, person } = saidIn(printed);
  const found = bracketsIn(text);
  for (const each of found?.said ?? []) takeAssignment(item, each);
  if (units) takeAssignment(item, units);
  if (due) item.due = due;
  if (person) item.remark = [item.remark, person].filter(Boolean).join('\n');
  const rest = found ? found.rest : text;
  if (rest) item.lines.push(rest);
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

const withoutUnits = (printed: string) => {
  const { text } = saidIn(printed);
  return bracketsIn(text)?.rest ?? text;
};

function itemsOf(paragraphs: readonly Paragraph[]): Item[] {
  const items: Item[] = [];
  // Nothing behind the word of an annex belongs to the item before it.
  let isOpenItem = false;
  for (const { text, place } of joined(withoutSignature(paragraphs))) {
    const level = headingLevel(text);
    const last: Item | undefined = isOpenItem && !isAnnexLine(text) ? items.at(-1) : undefined;
    isOpenItem = level !== null || last !== undefined;
    if (level !== null) {
      const split = splitNumber(text);
      const item: Item = {
        level,
        number: split.number,
        heading: withoutUnits(text),
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
    if (item.level < levelInBrackets || !hasUnits(item)) continue;
    for (let before = index - 1; items[before]?.level === item.level && !hasUnits(items[before] as Item); before -= 1)
      Object.assign(items[before] as Item, { units: item.units, due: (items[before] as Item).due || item.due });
  }
}

/** A short line of a chapter, as against a task that is a sentence. */
const isTitle = ({ level, heading }: Item) =>
  level <= deepestChapter && heading.length <= 40 && !/[。；]/.test(heading);

/**
 * Items below one with units that name none belong to it: below a chapter they are tasks that it leads, below a task they
 * are parts of its text.
 */
function gather(items: readonly Item[]): Item[] {
  const gathered: Item[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Item;
    gathered.push(item);
    let end = index + 1;
    while ((items[end]?.level ?? -1) > item.level) end += 1;
    const below = items.slice(index + 1, end);
    if (!hasUnits(item) || below.length === 0) continue;
    if (isTitle(item)) {
      const depth = Math.min(...below.map(({ level }) => level));
      for (const child of below) if (child.level === depth && !hasUnits(child)) child.units = item.units;
      item.units = { leads: [], supports: [] };
    } else if (!below.some(hasUnits)) {
      item.lines.push(...below.flatMap(({ printed, lines }) => [printed, ...lines.slice(1)]));
      index += below.length;
    }
  }
  return gathered;
}

/**
 * Reads tasks from a text without a table: numbered items with 牵头单位 in brackets or on lines of their own. An item without
 * any that has items below it is a heading; one at the depth of the tasks has no lead.
 */
export function readList(paragraphs: readonly Paragraph[]): { tasks: DraftTask[]; problems: PlanProblem[] } {
  const numbered = itemsOf(paragraphs);
  share(numbered);
  const items = gather(numbered);
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
    const headings = path.map(({ heading }) => heading);
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
