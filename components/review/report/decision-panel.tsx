import type { ReactNode } from 'react';
import type { ReportVersion } from '@/components/reports/command-fields';
import type { WorkingDayChoice } from '@/components/reports/working-day-choices';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { CommandName, ReportStatus } from '@/lib/domain/report/report';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { AcceptForm } from './accept-form';
import { ReasonStep } from './reason-step';
import { ReturnForm } from './return-form';

type DecisionPanelProps = {
  report: ReportVersion & { status: ReportStatus; reviewBegun: boolean; published: boolean };
  commands: readonly CommandName[];
  taskCodes: readonly string[];
  returnDueOn: CivilDate;
  returnDays: readonly WorkingDayChoice[];
  /** Objections that a reviewer should know before accepting. */
  cautions: readonly string[];
};

function Step({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-line pt-5 first-of-type:border-0 first-of-type:pt-0">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="max-w-text text-sm text-muted">{hint}</p>
      </div>
      {children}
    </section>
  );
}

/** The words of the link to the page of the publication: what the reader can do there. */
function publicationLinkOf(may: (command: CommandName) => boolean, isPublished: boolean) {
  if (may('publish')) return 'commands.publish';
  if (!may('propose-publication')) return 'review.report.publicationView';
  return isPublished ? 'review.report.publicationLink' : 'review.list.publish';
}

/** The division's available commands on the report; the buttons follow the lifecycle's table. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { report, commands, taskCodes, returnDueOn, returnDays, cautions } = props;
  const t = useT();
  const may = (command: CommandName) => commands.includes(command);
  return (
    <Card className="no-print">
      <SectionHeading id="decision">
        {t(report.status === 'accepted' ? 'review.decision.afterwards' : 'review.decision.title')}
      </SectionHeading>
      <div className="grid gap-5">
        {may('accept') && (
          <Step title={t('review.decision.acceptTitle')} hint={t('review.decision.acceptHint')}>
            <AcceptForm report={report} cautions={cautions} />
          </Step>
        )}
        {may('return') && (
          <Step title={t('review.decision.returnTitle')} hint={t('review.decision.returnHint')}>
            <ReturnForm report={report} taskCodes={taskCodes} dueOn={returnDueOn} days={returnDays} />
          </Step>
        )}
        {report.status === 'accepted' && (
          <Step title={t('publication.title')} hint={t('review.decision.publishHint')}>
            <ButtonLink
              href={routes.publication(report.id)}
              variant={may('publish') || (may('propose-publication') && !report.published) ? 'primary' : 'secondary'}
              className="justify-self-start"
            >
              {t(publicationLinkOf(may, report.published))}
            </ButtonLink>
          </Step>
        )}
        {may('reopen') && (
          <Step title={t('review.decision.reopenTitle')} hint={t('review.decision.reopenHint')}>
            <ReasonStep command="reopen" report={report} />
          </Step>
        )}
      </div>
    </Card>
  );
}
