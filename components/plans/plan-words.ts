import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Translate } from '@/lib/text/translator';

/** The plan's rule as a sentence. */
export function ruleSentence(t: Translate, { inclusive, cutoff, ...base }: DeadlineRule): string {
  const nthWorkingDay = 'nthWorkingDay' in base ? base.nthWorkingDay : 0;
  return t(inclusive ? 'public.plan.ruleInclusive' : 'public.plan.ruleExclusive', { nth: nthWorkingDay, cutoff });
}
