import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, rhythmOf } from '@/lib/domain/calendar/period';
import { isBeforePeriodEnd } from '@/lib/domain/deadline/early-filing';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';

type EarlyMarkProps = { filedAt: Date; periodCode: PeriodCode; dueOn: CivilDate };

/** Marks a report that was filed before its period ended; absent for all others. */
export function EarlyMark({ filedAt, periodCode, dueOn }: EarlyMarkProps) {
  const t = useT();
  if (!isBeforePeriodEnd(filedAt, periodCode, dueOn)) return null;
  return (
    <span className="ml-2 text-sm font-medium text-warning">
      {t('filing.early.mark', rhythmWords(t, rhythmOf(periodCode)))}
    </span>
  );
}
