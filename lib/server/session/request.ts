import 'server-only';
import { headers } from 'next/headers';
import { requestContext } from '@/lib/server/process/request-context';

/**
 * Gives the address from which the current request came, as the web process has found it (`scripts/web`). The empty
 * string if unknown, and outside a request.
 */
export async function requestAddress(): Promise<string> {
  // The header is asked for, so that the framework knows that the page is of this request alone.
  return requestContext() ? ((await headers()).get('x-portal-address') ?? '') : '';
}

export async function requestUserAgent(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 300);
}
