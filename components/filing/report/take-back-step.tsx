import type { ReportWithStatus } from '@/lib/filing/data';
import { useT } from '@/lib/text/use-t';
import { CommandForm } from './command-form';

/** Takes a report back from the approver to go on writing; for the approver, the sign-off panel has the same. */
export function TakeBackStep({ report }: { report: ReportWithStatus }) {
  const t = useT();
  const { commands } = report;
  if (!commands.includes('take-back-sign-off') || commands.includes('send-back')) return null;
  return (
    <CommandForm
      command="take-back-sign-off"
      reportId={report.id}
      version={report.version}
      label={t('filing.signOff.takeBack')}
      variant="secondary"
    />
  );
}
