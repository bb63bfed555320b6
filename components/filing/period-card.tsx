import type { Route } from 'next';
import { RemindForm } from '@/components/reminders/remind-form';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';
import { CommandForm } from './command-form';
import { nextStepWords } from './next-step';
import type { ExtensionFacts, StandingReport } from './report-facts';
import { StandingFacts } from './standing-facts';
import { StatusTag } from './status-tag';
import { WithdrawStep } from './withdraw-step';

type PeriodReport = StandingReport & { extension: ExtensionFacts | null };

function mainLink(report: StandingReport): { href: Route; label: string; isMain: boolean } {
  const href = routes.report(report.id);
  if (report.commands.includes('save')) {
    return { href, label: t(report.status === 'returned' ? 'filing.desk.mend' : 'filing.desk.continue'), isMain: true };
  }
  const signsOff = report.status === 'awaiting_sign_off' && report.commands.includes('send-back');
  return { href, label: t(signsOff ? 'filing.desk.signOff' : 'filing.desk.view'), isMain: signsOff };
}

/** What can be done with a period now: the buttons follow from the lifecycle's table. */
function PeriodActions({ report }: { report: PeriodReport }) {
  const { commands, versions } = report;
  const main = mainLink(report);
  return (
    <div className="flex flex-wrap items-start gap-3">
      {commands.includes('start') && (
        <CommandForm command="start" reportId={report.id} version={report.version} label={t('commands.start')} />
      )}
      {report.status !== 'not_started' && (
        <ButtonLink href={main.href} variant={main.isMain ? 'primary' : 'secondary'}>
          {main.label}
        </ButtonLink>
      )}
      {versions[0] && (
        <ButtonLink href={routes.receipt(report.id, versions[0].number)} variant="secondary">
          {t('filing.desk.receipt')}
        </ButtonLink>
      )}
      {commands.includes('request-extension') && (
        <ButtonLink href={routes.extensionRequest(report.id)} variant={report.isOverdue ? 'secondary' : 'quiet'}>
          {t('commands.request-extension')}
        </ButtonLink>
      )}
      {commands.includes('withdraw') && <WithdrawStep report={report} />}
      <RemindForm command="remind-reporter" reportId={report.id} canRemind={commands.includes('remind-reporter')} />
    </div>
  );
}

/** One open period of the agency: how it stands, when it is due and why, and what comes next. */
export function PeriodCard({ report }: { report: PeriodReport }) {
  const heading = `period-${report.quarter}`;
  return (
    <Card>
      <article aria-labelledby={heading} className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={heading} className="text-xl font-bold">
            {formatQuarter(report.quarter)}
          </h2>
          <StatusTag status={report.status} />
        </div>
        <p className={report.isOverdue ? 'font-medium text-danger' : 'font-medium'}>{nextStepWords(report)}</p>
        <StandingFacts report={report} extension={report.extension} />
        <PeriodActions report={report} />
      </article>
    </Card>
  );
}
