import 'server-only';
import { createHash, randomInt } from 'node:crypto';

/** SM3 (GB/T 32905-2016) of a text in UTF-8: 64 hex digits. */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex');
}

/** Letters and digits that nobody mistakes for one another on paper. */
const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function randomReadable(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}
