import 'server-only';
import { headers } from 'next/headers';

/**
 * Gives the address from which the current request came, as the web process has found it (`scripts/web`). The empty
 * string if unknown.
 */
export async function requestAddress(): Promise<string> {
  return (await headers()).get('x-portal-address') ?? '';
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
