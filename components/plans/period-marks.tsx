import type { PeriodCode } from '@/lib/domain/calendar/period';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** The periods with a publication, or a text that there is none. */
export function PeriodMarks({ periodCodes }: { periodCodes: readonly PeriodCode[] }) {
  const t = useT();
  if (periodCodes.length === 0) return <span className="text-muted">{t('public.task.none')}</span>;
  return periodCodes.map((periodCode) => <div key={periodCode}>{formatPeriod(periodCode)}</div>);
}
