import 'server-only';
import { saidIn } from './list-labels';
import { limitInside } from './time-limits';
import { assignedUnits, namesOnlyUnits, type UnitsOfCell } from './units';

/** A bracket with its content, in which further brackets may stand. */
const brackets = /[（(【[]((?:[^（）()【】[\]]|[（(][^（）()]*[）)])+)[）)】\]]/g;

/** Words after which units stand, or with which one is named the lead. */
const unitWords = /(?:牵头|责任|主办|主责|配合|协办)(?:责任)?(?:单位|部门|科室)?\s*[:：]|.{2}牵头(?!的)/;

/** A time limit among the units: （牵头单位：…，6月底完成）. */
function splitLimit(text: string): { units: string; due: string } {
  const parts = text.split(/[，,；;]/);
  const at = parts.length > 1 ? parts.findIndex((part) => part.length <= 20 && limitInside(part) !== null) : -1;
  if (at < 0) return { units: text, due: '' };
  return { units: parts.filter((_, index) => index !== at).join('，'), due: limitInside(parts[at] ?? '') ?? '' };
}

/** The units of a text, with the time limit that stands among them. */
type Assignment = UnitsOfCell & { due: string };

/** Reads the units of a text with the time limit that may stand among them. */
export function assignmentOf(text: string): Assignment {
  const said = saidIn(text);
  const { units, due } = splitLimit([said.text, said.units].filter(Boolean).join('；'));
  return { ...assignedUnits(units, 'leads'), due: said.due || due };
}

/**
 * Finds the brackets of a text that say who is responsible: those with a word for it, and at the end also one with nothing
 * but names. `rest` is the text without a single one; of several, each belongs to its part of the text. Null without any.
 */
export function bracketsIn(text: string): { rest: string; said: string[] } | null {
  const found = [...text.matchAll(brackets)].filter((match) => {
    const inside = match[1] ?? '';
    const isAtEnd = /^\s*[。.；;，,]?\s*$/.test(text.slice(match.index + match[0].length));
    return unitWords.test(inside) || (isAtEnd && (/^\s*由/.test(inside) || namesOnlyUnits(splitLimit(inside).units)));
  });
  const [only, another] = found;
  if (!only) return null;
  const before = text.slice(0, only.index).trim();
  const after = text.slice(only.index + only[0].length).replace(/^\s*[。.；;，,]?\s*$/, '');
  return { rest: another ? text : `${before}${after}`, said: found.map((match) => match[1] ?? '') };
}
