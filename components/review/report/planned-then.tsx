import type { LastQuarter } from '@/components/review/listed-report';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

/** The next steps that the agency planned a quarter ago, for comparison with this quarter's progress. */
export function PlannedThen({ lastQuarter }: { lastQuarter: LastQuarter | undefined }) {
  if (!lastQuarter || lastQuarter.nextSteps === '') return null;
  return (
    <section className="max-w-text rounded-md border-l-4 border-accent-line bg-accent-soft px-4 py-2">
      <h4 className="text-sm font-medium">
        {t('review.report.plannedThen', { quarter: formatQuarter(lastQuarter.quarter) })}
      </h4>
      <p className="whitespace-pre-line">{lastQuarter.nextSteps}</p>
    </section>
  );
}
