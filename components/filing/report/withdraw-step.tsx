import { WithdrawalRight } from '@/components/review/report/withdrawal-right';
import { buttonClass } from '@/components/ui/button';
import { useT } from '@/lib/text/use-t';
import { CommandForm } from './command-form';

type WithdrawStepProps = {
  report: { id: string; version: number };
  /** The reason why the report cannot be withdrawn; null as long as it can. */
  why: string | null;
};

/**
 * Withdraws a filed report after a confirmation; works without scripts, and disappears when withdrawal is no longer
 * possible.
 */
export function WithdrawStep({ report, why }: WithdrawStepProps) {
  const t = useT();
  return (
    <WithdrawalRight reportId={report.id} why={why}>
      <details className="no-print [&[open]]:basis-full">
        <summary className={buttonClass('secondary')}>{t('commands.withdraw')}</summary>
        <div className="mt-3 grid max-w-text gap-3 rounded-md border border-warning-line bg-warning-soft p-4">
          <p>{t('filing.withdraw.explanation')}</p>
          <CommandForm
            command="withdraw"
            reportId={report.id}
            version={report.version}
            label={t('filing.withdraw.confirm')}
            variant="danger"
          />
        </div>
      </details>
    </WithdrawalRight>
  );
}
