import 'server-only';
import type { DivisionScope } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';
import { plansWithin } from '@/lib/server/database/office-sql';

/** The portal's first steps towards a plan, as far as they have gone; `year` is the present one. */
export async function getFirstSteps(scope: DivisionScope, year: number) {
  const [accounts, calendar, office, draft] = await Promise.all([
    db.account.groupBy({ by: ['roles'], where: { closedAt: null }, _count: true }),
    db.calendarYear.findUnique({ where: { year }, select: { confirmed: true } }),
    db.office.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { code: true } }),
    db.plan.findFirst({ where: plansWithin(scope), orderBy: { code: 'asc' }, select: { code: true, title: true } }),
  ]);
  return {
    roles: [...new Set(accounts.flatMap(({ roles }) => roles))],
    isCalendarConfirmed: calendar?.confirmed === true,
    officeCode: office?.code ?? null,
    /** A plan that is not issued yet; none is, as long as these steps are shown. */
    draft,
  };
}
