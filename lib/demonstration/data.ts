import 'server-only';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { db } from '@/lib/server/database/db';

/** Says whether this portal was set up as a demonstration. */
export async function isDemonstration(): Promise<boolean> {
  const portal = await db.portal.findUnique({ where: { id: 1 }, select: { setUpAs: true } });
  return portal?.setUpAs === 'demonstration';
}

/** Gives the periods between which a demonstration's clock moves: those of each plan under way, in order. */
export async function getClockPlans() {
  const plans = await db.plan.findMany({
    where: { status: 'issued' },
    select: {
      issuedOn: true,
      periods: { orderBy: { code: 'asc' }, select: { code: true, opensAt: true, closesAt: true } },
    },
  });
  return plans.map(({ issuedOn, periods }) => ({
    issuedOn: civilDateFromStored(issuedOn),
    periods: periods.map((period) => ({ ...period, code: period.code as PeriodCode })),
  }));
}
