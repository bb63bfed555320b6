import { isPlace, isUsual } from './name-words';

/** Says whether one character added, left out, replaced or two neighbours swapped make one name of the other. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((one, other) => one.length - other.length) as [string[], string[]];
  if (long.length - short.length > 1 || a === b) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const restOf = (characters: string[], skipped: number) => characters.slice(from + skipped).join('');
  if (short.length < long.length) return restOf(short, 0) === restOf(long, 1);
  const isSwapped =
    short[from] === long[from + 1] && short[from + 1] === long[from] && restOf(short, 2) === restOf(long, 2);
  return restOf(short, 1) === restOf(long, 1) || isSwapped;
}

/** Says whether two of at least six characters are replaced, at whatever places. */
export function isTwoSlips(a: string, b: string): boolean {
  const [one, other] = [[...a], [...b]];
  if (one.length !== other.length || one.length < 6) return false;
  return one.filter((character, index) => character !== other[index]).length === 2;
}

/**
 * Gives for each name that is one slip from another of the file the name that was meant: the usual one of the two, else the
 * more frequent one. Of two unusual names that are named equally often, none is corrected.
 */
export function slipsIn(names: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const weight = (name: string) => (isUsual(name) ? Number.POSITIVE_INFINITY : (counts.get(name) ?? 0));
  const slips = new Map<string, string>();
  for (const name of counts.keys()) {
    if (isPlace(name) || name.length < 3 || weight(name) === Number.POSITIVE_INFINITY) continue;
    const meant = [...counts.keys()].find((other) => isOneSlip(name, other) && weight(other) > weight(name));
    if (meant) slips.set(name, meant);
  }
  return slips;
}
