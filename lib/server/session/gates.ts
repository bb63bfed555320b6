import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { type Actor, agencyRoles, type DivisionScope, hasRole, isDivisions } from '@/lib/domain/authorization';
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
export async function requireDivision(): Promise<{ actor: Actor; scope: DivisionScope }> {
  const { actor, scope } = await requireScope();
  if (!isDivisions(scope)) notFound();
  return { actor, scope };
}
