import 'server-only';
import { redirect } from 'next/navigation';
import { passwordLength } from '@/lib/domain/accounts/password-policy';
import { homeDeskOf } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { requestedPageSchema } from '@/lib/schemas/requested-page';
import { portalNow } from '@/lib/server/clock';
import { keptTextsKey } from '@/lib/server/session/kept-texts-key';
import { loadSession, redirectToSignIn, requireSession } from '@/lib/server/session/session';

/**
 * Redirects visitors who are not signed in to the sign-in; unlike `requireSession`, it lets a one-time password pass.
 */
async function requireVisitor() {
  return (await loadSession()) ?? redirectToSignIn();
}

/**
 * Loads the account for the frame of every desk; null without a session, where the page's own loader redirects to the
 * sign-in.
 */
export async function loadDeskVisitor() {
  const session = await loadSession();
  if (!session) return null;
  const { accountId, displayName } = session.actor;
  return {
    accountId,
    keptTextsKey: keptTextsKey(accountId),
    userName: session.userName,
    displayName,
    agencyName: session.agencyName,
    desk: homeDeskOf(session.actor),
    mustChangePassword: session.mustChangePassword,
    /** Agencies of the level below stand under the own one. */
    hasAgenciesBelow: (session.actor.below ?? []).length > 0,
    /** The portal's time, which stands on a printed page. */
    now: await portalNow(),
  };
}

/** For the page that changes the password: `length` is the number of characters that the policy requires. */
export async function loadPasswordChange() {
  const { userName, mustChangePassword, actor } = await requireVisitor();
  return { userName, mustChangePassword, length: passwordLength(actor) };
}

/** Gives the address of the signed-in account's start page. */
export async function loadHomeDesk() {
  const { actor } = await requireSession();
  const homes = { filing: routes.filing(), review: routes.review(), admin: routes.admin() };
  return homes[homeDeskOf(actor)];
}

/**
 * For the sign-in page: gives the page to open next, if one was requested; an account that is signed in already is
 * redirected there at once.
 */
export async function loadNextPage(asked: string | string[] | undefined): Promise<string | undefined> {
  const next = requestedPageSchema.parse(asked);
  if (await loadSession()) redirect(next ? routes.asked(next) : routes.desk());
  return next;
}
