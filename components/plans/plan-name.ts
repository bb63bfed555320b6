import type { Plan } from '@/lib/plans/data';
import type { Translate } from '@/lib/text/translator';

/** Says whether the code of a plan is the year for which it holds, as that of 2020. */
export const isNamedByYear = ({ code }: Pick<Plan, 'code'>): boolean => /^\d{4}$/.test(code);

/** Names a plan beside others: 2020年度 where its code is a year, its title otherwise. */
export function planName(t: Translate, plan: Pick<Plan, 'code' | 'title'>): string {
  return isNamedByYear(plan) ? t('public.plan.year', { code: plan.code }) : plan.title;
}
