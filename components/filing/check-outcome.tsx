import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import type { EntryContent } from '@/lib/domain/completeness';
import type { Refusal } from '@/lib/domain/refusal';
import { refusalSentence } from '@/lib/messages/refusal-sentence';
import { t } from '@/lib/messages/translator';
import { ClosedNotice } from './closed-notice';
import { CommandForm } from './command-form';
import { deadlineWords, timeLeftWords } from './deadline-words';
import { MissingList } from './missing-list';
import type { ExtensionFacts, StandingReport } from './report-facts';

type CheckOutcomeProps = {
  report: StandingReport & {
    extension: ExtensionFacts | null;
    entries: readonly (EntryContent & { taskId: string; taskCode: string })[];
    needsSignOff: boolean;
    refusal: Refusal | null;
  };
};

function FileCard({ report }: CheckOutcomeProps) {
  const command = report.needsSignOff ? 'request-sign-off' : 'file';
  return (
    <Card className="border-t-4 border-t-accent">
      <p className="text-lg font-bold">{t('filing.check.complete')}</p>
      <p>
        {[t('filing.editor.dueOn', { deadline: deadlineWords(report) }), timeLeftWords(report)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="mb-4 text-muted">{t(`filing.check.${command}Explanation`)}</p>
      <CommandForm
        command={command}
        reportId={report.id}
        version={report.version}
        contentVersion={report.contentVersion}
        label={t(report.needsSignOff ? 'commands.request-sign-off' : 'filing.check.file')}
      />
    </Card>
  );
}

/** Says whether the report can be submitted now and, if not, why. */
export function CheckOutcome({ report }: CheckOutcomeProps) {
  const { refusal } = report;
  const isSaid = refusal?.code === 'incomplete' || report.isOverdue;
  return (
    <div className="grid gap-4">
      {report.isOverdue && <ClosedNotice report={report} extension={report.extension} />}
      <MissingList reportId={report.id} entries={report.entries} />
      {refusal && !isSaid && <NoticeBox tone="info">{refusalSentence(refusal)}</NoticeBox>}
      {!refusal && <FileCard report={report} />}
    </div>
  );
}
