import 'server-only';
import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** SM3 (GB/T 32905-2016) of a text in UTF-8: 64 hex digits. */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex');
}

/** HMAC-SHA-256 of a text in UTF-8, in base64: what 钉钉 asks for. */
export function hmacSha256(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64');
}

/** Letters and digits that nobody mistakes for one another on paper. */
const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function randomReadable(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}

/** A secret that stands in an address and cannot be guessed: 32 random bytes, 43 characters that an address takes as they are. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** An id for what a page sends back, so that the same press twice is known as one. */
export function randomId(): string {
  return randomUUID();
}
