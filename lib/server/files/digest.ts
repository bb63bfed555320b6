import 'server-only';
import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** SM3 (GB/T 32905-2016) of a text in UTF-8: 64 hex digits. */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex');
}

/** HMAC-SHA-256 of a text in UTF-8, in base64, as 钉钉 requires. */
export function hmacSha256(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64');
}

/** Letters and digits that cannot be confused with one another on paper. */
const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function randomReadable(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}

/** A secret for use in an address: 32 random bytes as 43 characters that need no escaping. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** An id that a page sends back, so that the same submission sent twice is recognised. */
export function randomId(): string {
  return randomUUID();
}
