import { type Actor, divisionRoles, hasRole } from '@/lib/domain/authorization';
import { type PeriodCode, yearOf } from '@/lib/domain/calendar/period';
import { accepted, type Result, refused } from '@/lib/domain/refusal';

/** Documents about one period of a plan: 报送情况通报 (circular) and 台账 (ledger). */
export const periodDocuments = ['circular', 'ledger'] as const;
/** All documents, including the one written from a draft: 季度汇总 (summary). */
export type DocumentKind = (typeof periodDocuments)[number] | 'summary';

/** The period of a document: one period of a plan, or the periods of a calendar year. */
export type DocumentPeriod = { periodCode: PeriodCode; year: null } | { periodCode: null; year: number };

/** A period of a plan, as far as the coverage of a document depends on it. */
type PeriodInTime = { code: PeriodCode; opensAt: Date; closesAt: Date; provisional: boolean };

/** The periods that a document covers, in order; `isWholeYear` says that they are all of their year, and all are due. */
export type Coverage = { year: number; codes: PeriodCode[]; isWholeYear: boolean };

const isDue = ({ closesAt, provisional }: PeriodInTime, now: Date) => !provisional && closesAt <= now;

/**
 * Gives the periods of its plan that a document covers at an instant. One of a year covers its periods that have begun;
 * a circular, which praises and blames, those alone whose last day is over, as long as there are any. A year of which
 * any period is not due yet is no whole year, so that no document is called 年度 too early.
 */
export function coverageOf(
  { kind, periodCode, year }: { kind: DocumentKind } & DocumentPeriod,
  periods: readonly PeriodInTime[],
  now: Date,
): Coverage {
  if (periodCode !== null) return { year: yearOf(periodCode), codes: [periodCode], isWholeYear: false };
  const ofYear = periods.filter(({ code }) => yearOf(code) === year);
  const due = ofYear.filter((period) => isDue(period, now));
  const begun = ofYear.filter(({ opensAt }) => opensAt <= now);
  const covered = kind === 'circular' && due.length > 0 ? due : begun;
  return { year, codes: covered.map(({ code }) => code).sort(), isWholeYear: due.length === ofYear.length };
}

/** Days for which a finished document is kept; it can be requested again at any time. */
export const documentDays = 7;

/** Gives the number of days for which a document is still kept, counted from its request; 0 on the last one. */
export function documentDaysLeft(requestedAt: Date, now: Date): number {
  const day = 24 * 60 * 60 * 1_000;
  return Math.max(0, Math.floor((requestedAt.getTime() + documentDays * day - now.getTime()) / day));
}

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
