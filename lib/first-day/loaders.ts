import 'server-only';
import { hasRole, type Role } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { getFirstSteps } from './data';

/** The accounts without which no report could be reviewed and published. */
const neededRoles = ['reviewer', 'coordinator'] as const satisfies readonly Role[];

/**
 * Loads the steps to the first plan for a coordinator whose offices have none that is issued; null for the rest of the
 * division, who can only wait for it.
 */
export async function loadFirstDay() {
  const { actor, scope } = await requireDivision();
  if (!hasRole(actor, ['coordinator'])) return null;
  const year = Number(civilDateOf(await portalNow()).slice(0, 4));
  const { roles, ...steps } = await getFirstSteps(scope, year);
  return { ...steps, year, missingRoles: neededRoles.filter((role) => !roles.includes(role)) };
}

export type FirstDay = NonNullable<Awaited<ReturnType<typeof loadFirstDay>>>;
