import { type Actor, divisionRoles, hasRole } from '@/lib/domain/authorization';
import { type Quarter, yearOf } from '@/lib/domain/calendar/quarter';
import { accepted, type Result, refused } from '@/lib/domain/refusal';

/** What the division has written of a plan's period: 报送情况通报 and 台账. */
export const periodDocuments = ['circular', 'ledger'] as const;
/** And of what it has drafted: 季度汇总. */
export type DocumentKind = (typeof periodDocuments)[number] | 'summary';

/** What a document speaks of: one quarter of a plan, or those of a calendar year. */
export type DocumentPeriod = { quarter: Quarter; year: null } | { quarter: null; year: number };

/** Days for which a finished document is kept: it can be asked for again at any time. */
export const documentDays = 7;

/** Says who may have a document written: the division. The leader reads what it had written, and changes nothing. */
export function mayAskForDocuments(actor: Actor): boolean {
  return hasRole(actor, divisionRoles);
}

/**
 * Says whether a document may be written of a plan's period, which must have begun by `now`, as those of the plan tell.
 * Refuses `forbidden` to whoever is not of the division, and `not-found` where the plan has no such period yet.
 */
export function decideDocument(
  actor: Actor,
  { quarter, year }: DocumentPeriod,
  periods: readonly { quarter: Quarter; opensAt: Date }[],
  now: Date,
): Result<null> {
  if (!mayAskForDocuments(actor)) return refused({ code: 'forbidden' });
  const begun = periods.filter(({ opensAt }) => opensAt <= now).map((period) => period.quarter);
  const isThere = begun.some((each) => (quarter === null ? yearOf(each) === year : each === quarter));
  return isThere ? accepted(null) : refused({ code: 'not-found' });
}
