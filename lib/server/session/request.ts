import 'server-only';
import { headers } from 'next/headers';
import { requestContext } from '@/lib/server/process/request-context';

/**
 * Gives the address from which the current request came, as the web process has found it (`scripts/web`). The empty
 * string if unknown, and outside a request.
 */
export async function requestAddress(): Promise<string> {
  return requestContext()?.address ?? '';
}

export async function requestUserAgent(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 300);
}
