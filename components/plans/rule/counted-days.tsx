import { DayReasons } from '@/components/plans/day-reasons';
import type { DayReason } from '@/lib/domain/deadline/deadline';
import { useT } from '@/lib/text/use-t';

type CountedDaysProps = { reasons: readonly DayReason[]; dueOn: string; caption: string };

/** The days that were counted to a last day, behind a fold. */
export function CountedDays({ reasons, dueOn, caption }: CountedDaysProps) {
  const t = useT();
  return (
    <details className="w-full text-sm">
      <summary className="link w-fit">{t('filing.dueDate.why')}</summary>
      <div className="mt-2 max-w-xl">
        <DayReasons reasons={reasons} dueOn={dueOn} caption={caption} />
      </div>
    </details>
  );
}
