import { TextDifference } from '@/components/differences/text-difference';
import type { NearCopy } from '@/lib/domain/near-copy';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import type { LastQuarter } from './report-facts';

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
