import type { ReportVersion } from '@/components/reports/command-fields';
import { buttonClass } from '@/components/ui/button';
import { useT } from '@/lib/text/use-division-t';
import { ReasonForm } from './reason-form';

type ReasonStepProps = { command: 'reopen'; report: ReportVersion };

/** A reverting step behind a confirmation; opens without scripts. */
export function ReasonStep({ command, report }: ReasonStepProps) {
  const t = useT();
  return (
    <details>
      <summary className={buttonClass('secondary')}>{t(`review.decision.open.${command}`)}</summary>
      <div className="mt-4">
        <ReasonForm command={command} report={report} />
      </div>
    </details>
  );
}
