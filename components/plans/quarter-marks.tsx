import { Light } from '@/components/ui/light';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';

/** The quarters with a publication, or a text that there is none. */
export function QuarterMarks({ quarters }: { quarters: readonly Quarter[] }) {
  if (quarters.length === 0) return <span className="text-muted">{t('public.task.none')}</span>;
  return quarters.map((quarter) => (
    <div key={quarter}>
      <Light tone="green">{formatQuarter(quarter)}</Light>
    </div>
  ));
}
