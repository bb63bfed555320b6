import { TextDifference } from '@/components/reports/differences/text-difference';
import type { LastQuarter } from '@/components/review/listed-report';
import type { NearCopy } from '@/lib/domain/report/near-copy';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

type NearCopyMarkProps = { nearCopy: NearCopy | undefined; lastQuarter: LastQuarter | undefined; text: string };

/** Marks a section that is nearly last quarter's, and shows the differences. */
export function NearCopyMark({ nearCopy, lastQuarter, text }: NearCopyMarkProps) {
  if (!nearCopy || !lastQuarter) return null;
  const quarter = formatQuarter(lastQuarter.quarter);
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer font-medium text-warning">
        {t('review.report.nearCopy', { quarter, percent: Math.round(nearCopy.likeness * 100) })}
      </summary>
      <TextDifference before={lastQuarter[nearCopy.section]} after={text} className="mt-2 max-w-text" />
    </details>
  );
}
