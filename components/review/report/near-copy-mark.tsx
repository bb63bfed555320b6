import { TextDifference } from '@/components/reports/differences/text-difference';
import { textOf } from '@/lib/domain/report/entry';
import { sameText } from '@/lib/domain/report/near-copy';
import type { LastPeriodEntry, NearCopy } from '@/lib/reports/last-period/data';
import { formatPeriod } from '@/lib/text/format';
import { likenessPercent } from '@/lib/text/likeness-words';
import { useT } from '@/lib/text/use-division-t';

type NearCopyMarkProps = { nearCopy: NearCopy | undefined; lastPeriod: LastPeriodEntry | undefined; text: string };

/** Marks a section that is nearly the last period's, and shows the differences. */
export function NearCopyMark({ nearCopy, lastPeriod, text }: NearCopyMarkProps) {
  const t = useT();
  if (!nearCopy || !lastPeriod) return null;
  const periodName = formatPeriod(lastPeriod.periodCode);
  if (nearCopy.likeness === sameText) {
    return (
      <p className="mt-1 text-sm font-medium text-warning">{t('review.report.sameText', { period: periodName })}</p>
    );
  }
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer font-medium text-warning">
        {t('review.report.nearCopy', { period: periodName, percent: likenessPercent(nearCopy.likeness) })}
      </summary>
      <TextDifference before={textOf(lastPeriod, nearCopy.section)} after={text} className="mt-2 max-w-text" />
    </details>
  );
}
