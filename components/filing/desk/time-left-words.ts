import type { TimeLeft } from '@/lib/domain/deadline/time-left';
import { fewDaysLeft } from '@/lib/domain/report/filing-light';
import type { Translate } from '@/lib/text/translator';

function hoursAndMinutes(t: Translate, left: number): string {
  const hours = Math.floor(left / 60);
  const minutes = left % 60;
  if (hours === 0) return t('filing.overview.time.minutes', { minutes });
  return minutes === 0
    ? t('filing.overview.time.hours', { hours })
    : t('filing.overview.time.hoursMinutes', { hours, minutes });
}

/** Gives the time left in words: working days, and on the last day hours and minutes. */
export function countdownWords(t: Translate, left: TimeLeft): string {
  if (left.kind === 'closed') return t('filing.time.closed');
  if (left.kind === 'provisional-passed') return t('filing.time.provisionalPassed');
  if (left.kind === 'last-day') return t('filing.overview.time.lastDay', { left: hoursAndMinutes(t, left.minutes) });
  const { workingDays: days, countsToday } = left;
  return countsToday ? t('filing.time.left', { days }) : t('filing.overview.time.days', { days });
}

/** Says how urgent the time left is: enough, little, or none. */
export function urgencyOf(left: TimeLeft): 'calm' | 'soon' | 'gone' {
  if (left.kind === 'closed') return 'gone';
  if (left.kind === 'provisional-passed' || left.kind === 'last-day') return 'soon';
  return left.workingDays <= fewDaysLeft ? 'soon' : 'calm';
}
