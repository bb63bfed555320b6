import 'server-only';
import { notFound } from 'next/navigation';
import { listAccounts } from '@/lib/accounts/data';
import { listSignInLocks } from '@/lib/accounts/locks/data';
import { administratorRoles, hasRole } from '@/lib/domain/authorization';
import { requireSession } from '@/lib/server/session/session';
import { getSecurityRules, listAccountEvents } from './data';

/** Loads the desk of the three administrators, each with the content for its role; not found for everybody else. */
export async function loadAdminDesk() {
  const { actor } = await requireSession();
  if (!hasRole(actor, administratorRoles)) notFound();
  const [accounts, events, locks] = await Promise.all([
    listAccounts(actor),
    listAccountEvents(actor),
    listSignInLocks(actor),
  ]);
  return { accounts, events, locks, rules: getSecurityRules(actor) };
}
