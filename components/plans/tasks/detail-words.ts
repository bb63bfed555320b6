import { parsePeriodCode } from '@/lib/domain/calendar/period';
import type { IndicatorFacts, MilestoneFacts } from '@/lib/domain/plan/task';
import { formatDate, formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

/** An indicator in words: its name, and the values that are set for it. */
export function indicatorWords(t: Translate, { name, unit, baseline, target, periodTargets }: IndicatorFacts): string {
  const words = [
    ...(baseline === null ? [] : [t('tasks.indicator.inWords.baseline', { value: `${baseline}${unit}` })]),
    ...(target === null ? [] : [t('tasks.indicator.inWords.target', { value: `${target}${unit}` })]),
    ...Object.entries(periodTargets).map(([code, value]) => {
      const period = parsePeriodCode(code);
      return t('tasks.indicator.inWords.period', {
        period: period ? formatPeriod(period) : code,
        value: `${value}${unit}`,
      });
    }),
  ];
  return words.length === 0 ? name : t('tasks.indicator.inWords.whole', { name, values: words.join('，') });
}

/** A milestone in words: its name, and the day on which it is due, if it has one. */
export const milestoneWords = (t: Translate, { name, dueOn }: MilestoneFacts): string =>
  dueOn ? t('tasks.milestone.inWords', { name, date: formatDate(dueOn) }) : name;
