import type { Route } from 'next';
import { CommandForm } from '@/components/filing/report/command-form';
import { DueDateReasons } from '@/components/filing/report/due-date-reasons';
import { nextStepWords } from '@/components/filing/report/next-step';
import { TakeBackStep } from '@/components/filing/report/take-back-step';
import { WithdrawStep } from '@/components/filing/report/withdraw-step';
import { WithdrawnNotice } from '@/components/filing/report/withdrawn-notice';
import { RefreshAtClosing } from '@/components/live/refresh-at-closing';
import { RemindForm } from '@/components/notifications/reminders/remind-form';
import { StatusTag } from '@/components/reports/status-tag';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { ReportWithStatus } from '@/lib/filing/data';
import type { DeskReport } from '@/lib/filing/desk/desk';
import type { DeskOfficers } from '@/lib/filing/desk/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { CameBack } from './came-back';
import { DeskStatus } from './desk-status';
import { DueHeadline } from './due-headline';
import { MissingParts } from './missing-parts';

function mainLink(t: Translate, report: ReportWithStatus): { href: Route; label: string; isMain: boolean } {
  const href = routes.report(report.id);
  if (report.commands.includes('save')) {
    return { href, label: t(report.status === 'returned' ? 'filing.desk.mend' : 'filing.desk.continue'), isMain: true };
  }
  const signsOff = report.status === 'awaiting_sign_off' && report.commands.includes('send-back');
  return { href, label: t(signsOff ? 'filing.desk.signOff' : 'filing.desk.view'), isMain: signsOff };
}

/** The commands available for a period now; the buttons follow the lifecycle's table. */
function PeriodActions({ report }: { report: DeskReport }) {
  const t = useT();
  const { commands, versions } = report;
  const main = mainLink(t, report);
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
      {commands.includes('take-back-extension') && (
        <ButtonLink href={routes.extensionRequest(report.id)} variant="quiet">
          {t('commands.take-back-extension')}
        </ButtonLink>
      )}
      <TakeBackStep report={report} />
      <WithdrawStep report={report} why={commands.includes('withdraw') ? null : nextStepWords(t, report)} />
      <RemindForm command="remind-reporter" reportId={report.id} canRemind={commands.includes('remind-reporter')} />
    </div>
  );
}

type PeriodCardProps = { report: DeskReport; officers: DeskOfficers; level: 2 | 3 };

/** One open period of the agency: its last day, the next step, a return, and the missing parts. */
export function PeriodCard({ report, officers, level }: PeriodCardProps) {
  const t = useT();
  const heading = `period-${report.id}`;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Card>
      <article aria-labelledby={heading} className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Heading id={heading} className="text-xl font-bold">
            {formatPeriod(report.periodCode)}
          </Heading>
          <StatusTag status={report.status} />
        </div>
        {report.countdown && (
          <>
            <DueHeadline report={report} countdown={report.countdown} />
            <RefreshAtClosing reportId={report.id} countdown={report.countdown} />
          </>
        )}
        <p className={report.isOverdue ? 'font-medium text-danger' : 'font-medium'}>{nextStepWords(t, report)}</p>
        <PeriodActions report={report} />
        {report.withdrawn !== null && <WithdrawnNotice number={report.withdrawn} />}
        <CameBack report={report} />
        <MissingParts report={report} />
        <DeskStatus report={report} officers={officers} />
        <DueDateReasons report={report} />
      </article>
    </Card>
  );
}
