import { diffLines } from 'diff';

/** Two texts as one: every paragraph of both once, those that only one of them has side by side, the first one's first. */
export function joinedTexts(first: string, second: string): string {
  const ended = (text: string) => (text.endsWith('\n') || text === '' ? text : `${text}\n`);
  const parts = diffLines(ended(first), ended(second));
  return parts
    .map(({ value }) => value)
    .join('')
    .replace(/\n$/, '');
}
