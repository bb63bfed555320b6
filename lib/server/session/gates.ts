import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { type Actor, agencyRoles, hasRole, type ReportScope } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { requireScope } from './session';

/** The desk of the agencies: an account that files for none is led to its own desk, a stranger to the sign-in and back to `page`. */
export async function requireAgency(...page: Parameters<typeof requireScope>) {
  const session = await requireScope(...page);
  if (!hasRole(session.actor, agencyRoles)) redirect(routes.desk());
  return session;
}

/** The division and the leader; for everybody else the desk does not exist. */
export async function requireDivision(): Promise<{ actor: Actor; scope: ReportScope }> {
  const { actor, scope } = await requireScope();
  if (scope?.kind !== 'all') notFound();
  return { actor, scope };
}
