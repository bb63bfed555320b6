import { diffLines } from 'diff';

/**
 * Joins two texts: paragraphs of both appear once, those of only one text follow each other, the first text's first.
 */
export function joinedTexts(first: string, second: string): string {
  const ended = (text: string) => (text.endsWith('\n') || text === '' ? text : `${text}\n`);
  const parts = diffLines(ended(first), ended(second));
  return parts
    .map(({ value }) => value)
    .join('')
    .replace(/\n$/, '');
}
