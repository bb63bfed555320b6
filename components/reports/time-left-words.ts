import type { TimeLeft } from '@/lib/domain/deadline/time-left';
import { fewDaysLeft } from '@/lib/domain/report/filing-light';
import type { Translate } from '@/lib/text/translator';

function hoursAndMinutes(t: Translate, left: number): string {
  const hours = Math.floor(left / 60);
  const minutes = left % 60;
  if (hours === 0) return t('filing.time.minutes', { minutes });
  return minutes === 0 ? t('filing.time.hours', { hours }) : t('filing.time.hoursMinutes', { hours, minutes });
}

/** Gives the time left in words: working days, and in the last 24 hours hours and minutes. */
export function timeLeftWords(t: Translate, left: TimeLeft): string {
  switch (left.kind) {
    case 'closed':
      return t('filing.time.closed');
    case 'late-filing':
      return t('filing.time.lateFiling');
    case 'provisional-passed':
      return t('filing.time.provisionalPassed');
    case 'hours':
      return t(left.isLastDay ? 'filing.time.lastDay' : 'filing.time.lastHours', {
        left: hoursAndMinutes(t, left.minutes),
      });
    case 'days':
      return t(left.countsToday ? 'filing.time.daysWithToday' : 'filing.time.days', { days: left.workingDays });
  }
}

/** Says how urgent the time left is: enough, little, or none. */
export function urgencyOf(left: TimeLeft): 'calm' | 'soon' | 'gone' {
  if (left.kind === 'closed' || left.kind === 'late-filing') return 'gone';
  return left.kind === 'days' && left.workingDays > fewDaysLeft ? 'calm' : 'soon';
}
