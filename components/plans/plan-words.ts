import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Translate } from '@/lib/text/translator';

/** The plan's rule as a sentence. */
export function ruleSentence(t: Translate, { nthWorkingDay, inclusive, cutoff }: DeadlineRule): string {
  return t(inclusive ? 'public.plan.ruleInclusive' : 'public.plan.ruleExclusive', { nth: nthWorkingDay, cutoff });
}
