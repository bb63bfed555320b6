import 'server-only';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { db } from '@/lib/server/database/db';

/** Says whether this portal was set up as a demonstration. */
export async function isDemonstration(): Promise<boolean> {
  const portal = await db.portal.findUnique({ where: { id: 1 }, select: { setUpAs: true } });
  return portal?.setUpAs === 'demonstration';
}

/** Gives the periods between which a demonstration's clock moves, in order: those of the plan issued last. */
export async function getClockPeriods() {
  const plan = await db.plan.findFirstOrThrow({
    orderBy: { issuedOn: 'desc' },
    select: {
      issuedOn: true,
      periods: { orderBy: { code: 'asc' }, select: { code: true, opensAt: true, closesAt: true } },
    },
  });
  return {
    issuedOn: civilDateFromStored(plan.issuedOn),
    periods: plan.periods.map((period) => ({ ...period, code: period.code as PeriodCode })),
  };
}
