import { TextDifference } from '@/components/reports/differences/text-difference';
import type { LastPeriodEntry, NearCopy } from '@/lib/reports/last-period/data';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type NearCopyMarkProps = { nearCopy: NearCopy | undefined; lastPeriod: LastPeriodEntry | undefined; text: string };

/** Marks a section that is nearly the last period's, and shows the differences. */
export function NearCopyMark({ nearCopy, lastPeriod, text }: NearCopyMarkProps) {
  const t = useT();
  if (!nearCopy || !lastPeriod) return null;
  const periodName = formatPeriod(lastPeriod.periodCode);
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer font-medium text-warning">
        {t('review.report.nearCopy', { period: periodName, percent: Math.round(nearCopy.likeness * 100) })}
      </summary>
      <TextDifference before={lastPeriod[nearCopy.section]} after={text} className="mt-2 max-w-text" />
    </details>
  );
}
