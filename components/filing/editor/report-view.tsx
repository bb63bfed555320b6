import { CommandForm } from '@/components/filing/report/command-form';
import { nextStepWords } from '@/components/filing/report/next-step';
import { ReportFactsList } from '@/components/filing/report/report-facts-list';
import { ReportText } from '@/components/filing/report/report-text';
import type { ReviewComment } from '@/components/filing/report/review-comments';
import type { SentBackBefore } from '@/components/filing/report/sent-back-before';
import { SignOffPanel, signOffPanelId } from '@/components/filing/report/sign-off-panel';
import { TakeBackStep } from '@/components/filing/report/take-back-step';
import { WithdrawStep } from '@/components/filing/report/withdraw-step';
import type { EarlierVersion } from '@/components/reports/differences/earlier-difference';
import { StatusTag } from '@/components/reports/status-tag';
import { Card } from '@/components/ui/card';
import type { EntryContent, EntryForm } from '@/lib/domain/report/entry';
import type { Remark } from '@/lib/domain/review/remarks';
import type { EvidenceByTask } from '@/lib/evidence/data';
import type { ReportExtension } from '@/lib/extensions/data';
import type { ReportWithStatus } from '@/lib/filing/data';
import { useT } from '@/lib/text/use-t';

type ReportViewProps = {
  report: ReportWithStatus & {
    form: EntryForm;
    extension: ReportExtension | null;
    sentBackBefore: SentBackBefore | null;
  };
  entries: readonly (EntryContent & { taskId: string; taskCode: string; taskText: string })[];
  comments: readonly ReviewComment[];
  remarks: readonly Remark[];
  /** An earlier filed version, for comparison with a text that waits for the approver. */
  earlier: EarlierVersion | null;
  evidence: EvidenceByTask;
};

/** A report that cannot be edited now: its status, its text, and the remaining commands. */
export function ReportView({ report, entries, comments, remarks, earlier, evidence }: ReportViewProps) {
  const t = useT();
  const { commands } = report;
  const isAsked = commands.includes('send-back');
  return (
    <>
      {isAsked && (
        <SignOffPanel
          reportId={report.id}
          version={report.version}
          contentVersion={report.contentVersion}
          canFile={commands.includes('file')}
          sentBack={report.sentBackBefore}
          tasks={entries.map(({ taskId, taskCode }) => ({ taskId, taskCode }))}
          form={report.form}
        />
      )}
      <Card className="mb-6">
        <p className="mb-4 flex flex-wrap items-center gap-3">
          <StatusTag status={report.status} />
          <span className="font-medium">{nextStepWords(t, report)}</span>
        </p>
        <ReportFactsList report={report} extension={report.extension} />
        <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
          {commands.includes('start') && (
            <CommandForm command="start" reportId={report.id} version={report.version} label={t('commands.start')} />
          )}
          <TakeBackStep report={report} />
          <WithdrawStep report={report} why={commands.includes('withdraw') ? null : nextStepWords(t, report)} />
        </div>
      </Card>
      {entries.length > 0 && (
        <Card>
          <ReportText
            form={report.form}
            entries={entries}
            comments={comments}
            remarks={remarks}
            earlier={earlier}
            evidence={evidence}
          />
        </Card>
      )}
      {isAsked && (
        <p className="no-print mt-4">
          <a href={`#${signOffPanelId}`} className="link font-medium">
            {t('filing.signOff.toPanel')}
          </a>
        </p>
      )}
    </>
  );
}
