import 'server-only';
import { saidIn } from './list-labels';
import { limitInside } from './time-limits';
import { assignedUnits, namesOnlyUnits, type UnitsOfCell } from './units';

const bracket =
  /[（(]\s*((?:由|牵头|责任|主办|主责|配合)(?:[^（）()]|[（(][^（）()]*[）)])*|(?:[^（）()。]|[（(][^（）()]*[）)])*?牵头(?:[^（）()]|[（(][^（）()]*[）)])*)[）)]\s*[。.]?\s*$/;
/** （市商务局、各区） at the end of an item, without a word for what they do. */
const bareBracket = /[（(]((?:[^（）()]|[（(][^（）()]*[）)]){3,})[）)]\s*[。.；;]?\s*$/;

/** A time limit at the end of the units: （牵头单位：…，6月底完成）. */
function splitLimit(text: string): { units: string; due: string } {
  const parts = text.split(/[，,；;]/);
  const last = parts.at(-1) ?? '';
  const limit = parts.length > 1 ? limitInside(last) : null;
  return limit ? { units: parts.slice(0, -1).join('，'), due: limit } : { units: text, due: '' };
}

/** Who is responsible, and until when, as far as a text says it. */
export type Assignment = UnitsOfCell & { due: string };

/** Reads the units of a text with the time limit that may stand among them. */
export function assignmentOf(text: string): Assignment {
  const said = saidIn(text);
  const { units, due } = splitLimit([said.text, said.units].filter(Boolean).join('；'));
  return { ...assignedUnits(units, 'leads'), due: said.due || due };
}

/** Reads the bracket at the end of a text that says who is responsible; `rest` is the text before it. Null without one. */
export function bracketIn(text: string): { rest: string; said: string } | null {
  const bare = bareBracket.exec(text);
  const isBare = bare !== null && namesOnlyUnits(splitLimit(bare[1] ?? '').units);
  const found = bracket.exec(text) ?? (isBare ? bare : null);
  return found && { rest: text.slice(0, found.index).trim(), said: found[1] ?? '' };
}
