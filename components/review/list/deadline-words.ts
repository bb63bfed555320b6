import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { formatDateWithWeekday, formatExactInstant } from '@/lib/text/format';

/** 2020年4月3日（周五）24:00, from a last day and its exclusive closing instant */
export function deadlineWords({ dueOn, closesAt }: { dueOn: CivilDate; closesAt: Date }): string {
  const cutoff = civilDateOf(closesAt) > dueOn ? '24:00' : formatExactInstant(closesAt).slice(11, 16);
  return `${formatDateWithWeekday(dueOn)}${cutoff}`;
}
