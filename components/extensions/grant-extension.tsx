import type { ReportVersion } from '@/components/reports/command-fields';
import { workingDayChoices } from '@/components/reports/working-day-choices';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { OfferedDay } from '@/lib/domain/deadline/due-date';
import { useT } from '@/lib/text/use-division-t';
import { GrantExtensionForm } from './grant-extension-form';

type GrantExtensionProps = {
  report: ReportVersion;
  /** Working days after the deadline in force. */
  days: readonly OfferedDay[];
  /** The period has closed, so a report filed before the new last day counts as late. */
  isLate: boolean;
};

/** An unrequested extension (处室主动延期); opens without scripts. */
export function GrantExtension({ report, days, isLate }: GrantExtensionProps) {
  const t = useT();
  return (
    <Card className="no-print">
      <SectionHeading>{t('review.extension.unrequested.title')}</SectionHeading>
      <p className="mb-4 max-w-text text-sm text-muted">
        {t(isLate ? 'review.extension.unrequested.late' : 'review.extension.unrequested.hint')}
      </p>
      <details>
        <summary className={buttonClass('secondary')}>{t('review.extension.unrequested.open')}</summary>
        <div className="mt-4">
          <GrantExtensionForm report={report} days={workingDayChoices(t, days, 'deadline')} />
        </div>
      </details>
    </Card>
  );
}
