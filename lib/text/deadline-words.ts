import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { cutoffOf, type NamedDeadline } from '@/lib/domain/deadline/deadline';
import { formatDateWithWeekday } from './format';
import type { Translate } from './translator';

/** Until when a form is open on its last day: the plan's cutoff, or the exclusive closing instant that follows from it. */
type Until = { cutoff: string } | { closesAt: Date };

/** 2020年4月3日（周五）24:00: a last day with the hour at which it ends */
export function deadlineWords(dueOn: CivilDate, until: Until): string {
  const cutoff = 'cutoff' in until ? until.cutoff : cutoffOf(dueOn, until.closesAt);
  return `${formatDateWithWeekday(dueOn)}${cutoff}`;
}

/** The same of a period's deadline, with （暂定） while the calendar of its year is not published. */
export function namedDeadlineWords(t: Translate, { dueOn, closesAt, provisional }: NamedDeadline): string {
  return `${deadlineWords(dueOn, { closesAt })}${provisional ? t('calendar.days.provisional') : ''}`;
}
