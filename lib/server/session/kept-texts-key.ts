import 'server-only';
import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/server/process/env';

/**
 * Gives the key (base64, 256 bits) with which an account's browser encrypts the texts that it keeps unsaved: the same at
 * every sign-in, and of use to nobody else (OWASP ASVS 5.0, V14.3.3).
 */
export function keptTextsKey(accountId: string): string {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `kept-texts/${accountId}`, 32)).toString('base64');
}
