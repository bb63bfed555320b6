import { type Actor, divisionRoles, hasRole } from '@/lib/domain/authorization';
import { type PeriodCode, yearOf } from '@/lib/domain/calendar/period';
import { accepted, type Result, refused } from '@/lib/domain/refusal';

/** Documents about one period of a plan: 报送情况通报 (circular) and 台账 (ledger). */
export const periodDocuments = ['circular', 'ledger'] as const;
/** All documents, including the one written from a draft: 季度汇总 (summary). */
export type DocumentKind = (typeof periodDocuments)[number] | 'summary';

/** The period of a document: one period of a plan, or the periods of a calendar year. */
export type DocumentPeriod = { periodCode: PeriodCode; year: null } | { periodCode: null; year: number };

/** Days for which a finished document is kept; it can be requested again at any time. */
export const documentDays = 7;

/** Says who may request a document: the division. The leader can only read those that it requested. */
export function mayAskForDocuments(actor: Actor): boolean {
  return hasRole(actor, divisionRoles);
}

/**
 * Decides whether a document may be written about a period of a plan; the period must have begun by `now`. Refuses
 * `forbidden` to everyone outside the division, and `not-found` where no such period of the plan has begun.
 */
export function decideDocument(
  actor: Actor,
  { periodCode, year }: DocumentPeriod,
  periods: readonly { code: PeriodCode; opensAt: Date }[],
  now: Date,
): Result<null> {
  if (!mayAskForDocuments(actor)) return refused({ code: 'forbidden' });
  const begun = periods.filter(({ opensAt }) => opensAt <= now).map((period) => period.code);
  const isThere = begun.some((each) => (periodCode === null ? yearOf(each) === year : each === periodCode));
  return isThere ? accepted(null) : refused({ code: 'not-found' });
}
