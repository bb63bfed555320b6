import { signOut } from '@/lib/accounts/mutations';
import { routes } from '@/lib/routes';
import { requestAddress } from '@/lib/server/session/request';
import { loadSession } from '@/lib/server/session/session';
import { deleteSessionCookie } from '@/lib/server/session/session-cookie';

/**
 * POST /sign-out: ends the session on the server, deletes the cookie and goes on to the sign-in page. It is no server action, because the browser then loads a new page, and nothing of the account stays in
 * the memory of its window.
 */
export async function POST() {
  const session = await loadSession();
  if (session) await signOut({ id: session.id, accountId: session.actor.accountId, address: await requestAddress() });
  await deleteSessionCookie();
  return new Response(null, { status: 303, headers: { Location: routes.signIn() } });
}
