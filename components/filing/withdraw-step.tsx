import { buttonClass } from '@/components/ui/button';
import { t } from '@/lib/messages/translator';
import { CommandForm } from './command-form';

/** Taking a filed report back asks once more; it opens and works without any script. */
export function WithdrawStep({ report }: { report: { id: string; version: number } }) {
  return (
    <details className="no-print open:basis-full">
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
  );
}
