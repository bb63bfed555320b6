import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/server/process/env';

/**
 * Gives the address from which the current request came. X-Forwarded-For is trusted as far as TRUSTED_PROXIES says,
 * because the entries before those of our own proxies can be invented by the visitor. The empty string if unknown.
 */
export async function requestAddress(): Promise<string> {
  const proxies = env().TRUSTED_PROXIES;
  if (proxies === 0) return '';
  const forwarded = (await headers()).get('x-forwarded-for')?.split(',') ?? [];
  return (forwarded.at(-proxies) ?? '').trim().slice(0, 64);
}

/**
 * Says whether a writing request comes from a page of this portal: browsers send the page's origin with every such
 * request. The framework checks server actions in the same way.
 */
export function isSameOrigin({ headers }: Request): boolean {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

export async function requestUserAgent(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 300);
}
