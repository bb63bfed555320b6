import { WrittenText } from '@/components/ui/written-text';
import { textOf } from '@/lib/domain/report/entry';
import type { LastPeriodEntry } from '@/lib/reports/last-period/data';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** The next steps that the agency planned a period ago, for comparison with this period's progress. */
export function PlannedThen({ lastPeriod }: { lastPeriod: LastPeriodEntry | undefined }) {
  const t = useT();
  const planned = lastPeriod ? textOf(lastPeriod, 'nextSteps') : '';
  if (!lastPeriod || planned === '') return null;
  return (
    <section className="max-w-text rounded-md border-l-4 border-accent-line bg-accent-soft px-4 py-2">
      <h4 className="text-sm font-medium">
        {t('review.report.plannedThen', { period: formatPeriod(lastPeriod.periodCode) })}
      </h4>
      <WrittenText text={planned} />
    </section>
  );
}
