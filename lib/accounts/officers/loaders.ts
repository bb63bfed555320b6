import 'server-only';
import { redirect } from 'next/navigation';
import { agencyRoles, hasRole } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { requireScope, requireSession } from '@/lib/server/session/session';
import { getSignOffRequired, listOfficerEvents, listOfficers } from './data';

/**
 * Loads the officers of the reader's own agency and the changes among them; accounts without an agency are redirected
 * to their own desk.
 */
export async function loadOfficers() {
  const { actor, scope } = await requireScope();
  if (!hasRole(actor, agencyRoles)) redirect(routes.desk());
  const { agencyName } = await requireSession();
  const [officers, events, signOffRequired] = await Promise.all([
    listOfficers(scope),
    listOfficerEvents(scope),
    getSignOffRequired(scope),
  ]);
  return { agencyName, officers, events, signOffRequired, mayChange: hasRole(actor, ['approver']) };
}
