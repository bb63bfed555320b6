import { plainText } from './plain-text';

/**
 * Gives text copied from Word, WPS or a web page as clean text: by the rule for all texts, and one line per paragraph
 * without blanks around it, no repeated blanks, one empty line at most. Words and their order stay the same.
 */
export function cleanPastedText(text: string): string {
  return plainText(text)
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
