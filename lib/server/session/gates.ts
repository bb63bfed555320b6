import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { type Actor, agencyRoles, hasRole, type ReportScope } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { requireScope } from './session';

/**
 * Requires an officer of an agency: other accounts are redirected to their own desk, visitors to the sign-in and then
 * back.
 */
export async function requireAgency() {
  const session = await requireScope();
  if (!hasRole(session.actor, agencyRoles)) redirect(routes.desk());
  return session;
}

/** Requires the division or the leader; for everybody else the page is not found. */
export async function requireDivision(): Promise<{ actor: Actor; scope: ReportScope & { kind: 'all' } }> {
  const { actor, scope } = await requireScope();
  if (scope?.kind !== 'all') notFound();
  return { actor, scope };
}
