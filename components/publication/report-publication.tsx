import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { SectionHeading } from '@/components/ui/section-heading';
import type { ReportPublication } from '@/lib/publication/desk/loaders';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { DecisionForm } from './decision-form';
import { ProposalForm } from './proposal-form';
import { ProposalView } from './proposal-view';
import { PublicationPreview } from './publication-preview';
import { TakeBackForm } from './take-back-form';
import { ExplainWithdrawal, WithdrawPublication } from './withdrawal';

type PartProps = { publication: ReportPublication };

/** The proposal that waits, with what the reader may do about it. */
function Waiting({ publication: { waiting, commands, report, today } }: PartProps) {
  const t = useT();
  if (!waiting) return null;
  return (
    <Card>
      <SectionHeading>{t('publication.waitingTitle')}</SectionHeading>
      {commands.includes('publish') ? (
        <DecisionForm key={report.version} proposals={[waiting]} today={today} isOnly />
      ) : (
        <div className="grid gap-4">
          <ProposalView proposal={waiting} isOpen />
          <p className="text-muted">
            {t(commands.includes('take-back-publication') ? 'publication.ownWaiting' : 'publication.otherWaiting')}
          </p>
          {commands.includes('take-back-publication') && <TakeBackForm report={report} />}
        </div>
      )}
    </Card>
  );
}

/** The form that proposes, after the reason for which the last proposal was declined. */
function Proposing({ publication: { waiting, proposable, declined, report } }: PartProps) {
  const t = useT();
  if (waiting || !proposable) return null;
  return (
    <>
      {declined && (
        <NoticeBox tone="warning" title={t('publication.declined')}>
          <p>
            {t('publication.declinedDetails', {
              at: formatInstant(declined.at),
              name: declined.by,
              note: declined.note,
            })}
          </p>
        </NoticeBox>
      )}
      <Card>
        <SectionHeading>{t('publication.proposeTitle')}</SectionHeading>
        <ProposalForm key={report.version} reports={[proposable]} isOnly />
      </Card>
    </>
  );
}

/** The withdrawal of what is public, or its reason; the text that is public, where nothing can be proposed. */
function Withdrawing({ publication: { commands, report, current, waiting, proposable } }: PartProps) {
  const t = useT();
  return (
    <>
      {commands.includes('explain-publication-withdrawal') && (
        <Card className="no-print">
          <SectionHeading>{t('publication.explainTitle')}</SectionHeading>
          <ExplainWithdrawal reportId={report.id} />
        </Card>
      )}
      {commands.includes('withdraw-publication') && (
        <Card className="no-print">
          <SectionHeading>{t('publication.withdrawTitle')}</SectionHeading>
          <p className="mb-3 text-sm text-muted">{t('publication.withdrawHint')}</p>
          <WithdrawPublication reportId={report.id} />
        </Card>
      )}
      {current?.content && !waiting && !proposable && (
        <Card>
          <SectionHeading>{t('publication.preview')}</SectionHeading>
          <PublicationPreview content={current.content} />
        </Card>
      )}
    </>
  );
}

/** Everything that can be done about the publication of one report; the forms follow the lifecycle's table. */
export function ReportPublicationSteps({ publication }: PartProps) {
  return (
    <>
      <Waiting publication={publication} />
      <Proposing publication={publication} />
      <Withdrawing publication={publication} />
    </>
  );
}
