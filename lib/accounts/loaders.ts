import 'server-only';
import { redirect } from 'next/navigation';
import { passwordLength } from '@/lib/domain/accounts/password-policy';
import { homeDeskOf } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { nextPageSchema } from '@/lib/schemas/account';
import { loadSession, requireSession } from '@/lib/server/session/session';

/** Whoever is not signed in goes to sign in; a one-time password does not stand in the way here. */
async function requireVisitor() {
  return (await loadSession()) ?? redirect(routes.signIn());
}

/** Who is signed in, for the frame around every desk; null for a stranger, whom the page's own loader leads to sign in. */
export async function loadDeskVisitor() {
  const session = await loadSession();
  if (!session) return null;
  return {
    userName: session.actor.displayName,
    agencyName: session.agencyName,
    desk: homeDeskOf(session.actor),
    mustChangePassword: session.mustChangePassword,
  };
}

/** For the page on which one changes the own password: `length` in characters is what the policy asks for. */
export async function loadPasswordChange() {
  const { userName, mustChangePassword, actor } = await requireVisitor();
  return { userName, mustChangePassword, length: passwordLength(actor) };
}

/** The address of the desk on which the signed-in account starts. */
export async function loadHomeDesk() {
  const { actor } = await requireSession();
  const homes = { filing: routes.filing(), review: routes.review(), admin: routes.admin() };
  return homes[homeDeskOf(actor)];
}

/** For the sign-in page: the page to go on to, if one was asked for; whoever is signed in already goes there at once. */
export async function loadNextPage(asked: string | string[] | undefined): Promise<string | undefined> {
  const next = nextPageSchema.parse(asked);
  if (await loadSession()) redirect(next ? routes.asked(next) : routes.desk());
  return next;
}
