import { readFileSync } from 'node:fs';
import { type ParsedNotice, parseNotice } from '@/lib/imports/notice';

export const text = readFileSync(new URL('../../prisma/seed/notice-2020.txt', import.meta.url), 'utf8');
export const lines: readonly string[] = text.split('\n');

export function parsed(notice: string): ParsedNotice {
  const result = parseNotice(notice);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The problems of a notice as '12 task-text', none where it is accepted. */
export function problemsOf(notice: string): string[] {
  const result = parseNotice(notice);
  return result.ok ? [] : result.problems.map(({ line, expected }) => `${line} ${expected}`);
}

/** The number, from 1, of the first line that starts so. */
export function lineNumber(start: string): number {
  const index = lines.findIndex((line) => line.startsWith(start));
  if (index < 0) throw new Error(`The notice has no line that starts with ${start}`);
  return index + 1;
}

/** The notice with other lines in place of one, or with none in its place. */
export function noticeWith(number: number, ...replacement: string[]): string {
  return lines.toSpliced(number - 1, 1, ...replacement).join('\n');
}
