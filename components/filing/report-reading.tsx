import type { EarlierVersion } from '@/components/differences/earlier-difference';
import { Card } from '@/components/ui/card';
import type { EntryContent } from '@/lib/domain/completeness';
import type { EvidenceByTask } from '@/lib/domain/evidence-files';
import type { Remark } from '@/lib/domain/remarks';
import { t } from '@/lib/messages/translator';
import { CommandForm } from './command-form';
import { nextStepWords } from './next-step';
import type { ExtensionFacts, StandingReport } from './report-facts';
import { ReportText } from './report-text';
import type { ReviewComment } from './review-comments';
import { SignOffPanel } from './sign-off-panel';
import { StandingFacts } from './standing-facts';
import { StatusTag } from './status-tag';
import { WithdrawStep } from './withdraw-step';

type ReportReadingProps = {
  report: StandingReport & { extension: ExtensionFacts | null };
  entries: readonly (EntryContent & { taskId: string; taskCode: string; taskText: string })[];
  comments: readonly ReviewComment[];
  remarks: readonly Remark[];
  /** An earlier filed version, for comparison with a text that waits for the approver. */
  earlier: EarlierVersion | null;
  evidence: EvidenceByTask;
};

/** A report that cannot be edited now: its status, its text, and the remaining commands. */
export function ReportReading({ report, entries, comments, remarks, earlier, evidence }: ReportReadingProps) {
  const { commands } = report;
  return (
    <>
      <Card className="mb-6">
        <p className="mb-4 flex flex-wrap items-center gap-3">
          <StatusTag status={report.status} />
          <span className="font-medium">{nextStepWords(report)}</span>
        </p>
        <StandingFacts report={report} extension={report.extension} />
        <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
          {commands.includes('start') && (
            <CommandForm command="start" reportId={report.id} version={report.version} label={t('commands.start')} />
          )}
          <WithdrawStep report={report} why={commands.includes('withdraw') ? null : nextStepWords(report)} />
        </div>
      </Card>
      {entries.length > 0 && (
        <Card>
          <ReportText entries={entries} comments={comments} remarks={remarks} earlier={earlier} evidence={evidence} />
        </Card>
      )}
      {commands.includes('send-back') && (
        <SignOffPanel
          reportId={report.id}
          version={report.version}
          contentVersion={report.contentVersion}
          canFile={commands.includes('file')}
        />
      )}
    </>
  );
}
