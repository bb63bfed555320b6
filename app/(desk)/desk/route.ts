import { redirect } from 'next/navigation';
import { loadHomeDesk } from '@/lib/accounts/loaders';

/**
 * GET /desk: redirects to the start page of the signed-in account, or to the change of a one-time password. It is no
 * page, which would show an empty frame before it forwards.
 */
export async function GET(): Promise<never> {
  redirect(await loadHomeDesk());
}
