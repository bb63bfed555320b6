import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/server/process/env';

/**
 * The address from which the request at hand came. X-Forwarded-For is believed as far as TRUSTED_PROXIES says:
 * whatever stands before the entries of our own proxies is the visitor's to invent. Unknown is the empty string.
 */
export async function requestAddress(): Promise<string> {
  const proxies = env().TRUSTED_PROXIES;
  if (proxies === 0) return '';
  const forwarded = (await headers()).get('x-forwarded-for')?.split(',') ?? [];
  return (forwarded.at(-proxies) ?? '').trim().slice(0, 64);
}

export async function requestUserAgent(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 300);
}
