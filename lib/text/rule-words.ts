import type { Rhythm } from '@/lib/domain/calendar/period';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { Translate } from './translator';

const yes = (holds: boolean) => (holds ? 'yes' : 'no');

/** The words for the periods of a rhythm that the sentences of a rule need: 每季度, 下一季度, 本季度末月. */
const periodWords = (t: Translate, rhythm: Rhythm) => ({
  each: t(`plans.rule.each.${rhythm}`),
  next: t(`plans.rule.next.${rhythm}`),
  last: t(`plans.rule.last.${rhythm}`),
});

/** The deadline rule of a plan as a sentence: 每季度结束后，于下一季度第3个工作日（含当日）24:00前报送. */
export function ruleWords(t: Translate, { inclusive, cutoff, ...base }: DeadlineRule, rhythm: Rhythm): string {
  const words = { ...periodWords(t, rhythm), inclusive: yes(inclusive), cutoff };
  if ('nthWorkingDay' in base) return t('plans.rule.nth', { ...words, nth: base.nthWorkingDay });
  if ('workingDaysBeforeEnd' in base) return t('plans.rule.beforeEnd', { ...words, count: base.workingDaysBeforeEnd });
  const { dayOfMonth, month, onDayOff } = base;
  return t('plans.rule.dayOfMonth', {
    ...words,
    month,
    day: dayOfMonth,
    isShort: yes(dayOfMonth > 28),
    move: t(`plans.rule.moves.${onDayOff}`),
  });
}

/** The same for the officers of an agency, with what counts as a working day. */
export function ruleExplained(t: Translate, rule: DeadlineRule, rhythm: Rhythm): string {
  const { next } = periodWords(t, rhythm);
  const sentence =
    'nthWorkingDay' in rule
      ? t(rule.inclusive ? 'filing.dueDate.ruleInclusive' : 'filing.dueDate.ruleExclusive', {
          next,
          count: rule.nthWorkingDay,
          cutoff: rule.cutoff,
        })
      : t('filing.dueDate.rule', { rule: ruleWords(t, rule, rhythm) });
  return `${sentence}${t('filing.dueDate.workingDays')}`;
}
