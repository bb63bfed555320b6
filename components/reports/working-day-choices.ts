import type { OfferedDay } from '@/lib/domain/deadline/due-date';
import { formatDayOfMonth } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

export type WorkingDayChoice = { value: string; label: string };

/** The day from which the choices are counted: the deadline in force, or today where no deadline is being moved. */
export type CountedFrom = 'deadline' | 'today';

function distanceWords(t: Translate, daysAfter: number, from: CountedFrom): string {
  if (daysAfter === 0) return t(`calendar.days.${from}.same`);
  return daysAfter > 0
    ? t(`calendar.days.${from}.later`, { days: daysAfter })
    : t('calendar.days.earlier', { days: -daysAfter });
}

/** The kind of the day comes last, because a phone shows only the beginning of a long choice. */
function choiceWords(t: Translate, { date, isMakeup, provisional, daysAfter }: OfferedDay, from: CountedFrom): string {
  const day = t('calendar.days.choice', { day: formatDayOfMonth(date), distance: distanceWords(t, daysAfter, from) });
  return [day, isMakeup ? t('calendar.days.makeup') : '', provisional ? t('calendar.days.provisional') : ''].join('');
}

/** Gives the offered days in words, composed on the server: the kind of each day, and its distance in working days. */
export function workingDayChoices(t: Translate, days: readonly OfferedDay[], from: CountedFrom): WorkingDayChoice[] {
  return days.map((day) => ({ value: day.date, label: choiceWords(t, day, from) }));
}
