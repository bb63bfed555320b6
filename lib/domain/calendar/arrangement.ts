import type { CalendarDay } from './working-days';

/** A doubt about the text of an arrangement, or a reason for which it cannot be taken. */
type ArrangementProblemCode =
  | 'empty'
  | 'year-unknown'
  | 'year-differs'
  | 'year-not-confirmed'
  | 'holiday-unknown'
  | 'holiday-missing'
  | 'holiday-twice'
  | 'rest-missing'
  | 'sentence-unread'
  | 'date-impossible'
  | 'range-backwards'
  | 'day-of-other-year'
  | 'weekday-differs'
  | 'bracket-unread'
  | 'count-differs'
  | 'days-overlap'
  | 'makeup-twice'
  | 'makeup-on-day-off'
  | 'makeup-not-weekend'
  | 'makeup-far'
  | 'statutory-day-not-off'
  | 'exchange-unbalanced';

/** The phrase of the text, what stands in it, and what was expected there; '' where there is nothing to name. */
export type ArrangementProblem = {
  code: ArrangementProblemCode;
  phrase: string;
  expected: string;
  found: string;
};

/**
 * The problems that do not keep an arrangement from being confirmed, because the State Council may depart from what is
 * usual; whoever confirms it has read them.
 */
const doubts: ReadonlySet<ArrangementProblemCode> = new Set([
  'makeup-far',
  'statutory-day-not-off',
  'exchange-unbalanced',
]);

/** Says whether a problem is only a doubt, with which an arrangement can be confirmed. */
export function isDoubt({ code }: ArrangementProblem): boolean {
  return doubts.has(code);
}

/** The arrangement of a year as it was read from the State Council's text. */
export type Arrangement = {
  year: number;
  /** The title and the number of the notice. */
  source: string;
  /** Every day off and every make-up working day, in order; those of the year's 元旦 may lie in the December before. */
  days: CalendarDay[];
  /** Sentences about days that arrange nothing, such as a recommendation. */
  passedOver: string[];
  problems: ArrangementProblem[];
};

/** Says whether the arrangement can be confirmed as it was read. */
export function isTakeable({ problems }: Pick<Arrangement, 'problems'>): boolean {
  return problems.every(isDoubt);
}
