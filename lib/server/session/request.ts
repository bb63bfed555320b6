import 'server-only';
import { headers } from 'next/headers';

/**
 * Gives the address from which the current request came, as the web process has found it (`scripts/web`). The empty
 * string if unknown.
 */
export async function requestAddress(): Promise<string> {
  return (await headers()).get('x-portal-address') ?? '';
}

export async function requestUserAgent(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 300);
}
