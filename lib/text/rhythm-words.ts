import { type PeriodCode, type Rhythm, rhythmOf } from '@/lib/domain/calendar/period';
import type { Translate } from './translator';

/** The rhythm that all of some plans share; 'several' where they differ. */
export type SharedRhythm = Rhythm | 'several';

/** Gives the rhythm that plans share, so that a sentence about all of them can name their periods. */
export function sharedRhythm(plans: readonly { rhythm: Rhythm }[]): SharedRhythm {
  const [first, ...others] = new Set(plans.map(({ rhythm }) => rhythm));
  return first && others.length === 0 ? first : 'several';
}

/**
 * Gives the words of a rhythm, by which a sentence speaks of periods without knowing how long they are: {thisPeriod} is
 * 本季度 under a plan of quarters and 本月 under one of months.
 */
export function rhythmWords(t: Translate, rhythm: SharedRhythm) {
  return {
    thisPeriod: t(`rhythms.thisPeriod.${rhythm}`),
    lastPeriod: t(`rhythms.lastPeriod.${rhythm}`),
    nextPeriod: t(`rhythms.nextPeriod.${rhythm}`),
    eachPeriod: t(`rhythms.eachPeriod.${rhythm}`),
    byPeriod: t(`rhythms.byPeriod.${rhythm}`),
    allPeriods: t(`rhythms.allPeriods.${rhythm}`),
    split: t(`rhythms.split.${rhythm}`),
    unit: t(`rhythms.unit.${rhythm}`),
    adjective: t(`rhythms.adjective.${rhythm}`),
  };
}

/** The same words for the plan to which a period belongs. */
export function periodRhythmWords(t: Translate, periodCode: PeriodCode) {
  return rhythmWords(t, rhythmOf(periodCode));
}
