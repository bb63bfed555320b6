import type { StoredEntry } from '@/components/filing/editor/autosave/field-states';
import { ClosedNotice } from '@/components/filing/report/closed-notice';
import { CommandForm } from '@/components/filing/report/command-form';
import { AtClosing, RefreshAtClosing } from '@/components/reports/countdown/at-closing';
import { TimeLeftText } from '@/components/reports/countdown/time-left-text';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import type { Refusal } from '@/lib/domain/refusal';
import { type EntryContent, entryKeys } from '@/lib/domain/report/entry';
import type { FieldSaves } from '@/lib/domain/report/field-save';
import type { EvidenceByTask } from '@/lib/evidence/data';
import type { ReportExtension } from '@/lib/extensions/data';
import type { ReportWithStatus } from '@/lib/filing/data';
import { deadlineWords } from '@/lib/text/deadline-words';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { useT } from '@/lib/text/use-t';
import { MissingList } from './missing-list';
import { NoticedTexts } from './noticed-texts';
import { UnsavedGuard } from './unsaved-guard';

type CheckOutcomeProps = {
  report: ReportWithStatus & {
    extension: ReportExtension | null;
    accountId: string;
    entries: readonly (EntryContent & { taskId: string; taskCode: string; fieldSaves: FieldSaves })[];
    needsSignOff: boolean;
    refusal: Refusal | null;
  };
  evidence: EvidenceByTask;
};

/** The fields of an entry with their saves, and nothing else, because they are sent to the browser. */
function storedEntry(entry: CheckOutcomeProps['report']['entries'][number]): StoredEntry {
  const content = Object.fromEntries(entryKeys().map((key) => [key, entry[key]])) as EntryContent;
  return { ...content, taskId: entry.taskId, fieldSaves: entry.fieldSaves };
}

function FileCard({ report }: Pick<CheckOutcomeProps, 'report'>) {
  const t = useT();
  const command = report.needsSignOff ? 'request-sign-off' : 'file';
  return (
    <Card className="border-t-4 border-t-accent">
      <p className="text-lg font-bold">{t('filing.check.complete')}</p>
      <p>
        {t('filing.editor.dueOn', { deadline: deadlineWords(report.dueOn, report.period.rule) })}
        {report.countdown && (
          <>
            {' · '}
            <TimeLeftText countdown={report.countdown} />
          </>
        )}
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
export function CheckOutcome({ report, evidence }: CheckOutcomeProps) {
  const t = useT();
  const { refusal, countdown } = report;
  const isSaid = refusal?.code === 'incomplete' || report.isOverdue;
  return (
    <div className="grid gap-4">
      {countdown && (
        <>
          <AtClosing countdown={countdown} after={<ClosedNotice report={report} extension={report.extension} />} />
          <RefreshAtClosing reportId={report.id} countdown={countdown} />
        </>
      )}
      <MissingList reportId={report.id} entries={report.entries} />
      <NoticedTexts reportId={report.id} entries={report.entries} />
      {refusal && !isSaid && <NoticeBox tone="info">{refusalSentence(t, refusal)}</NoticeBox>}
      {!refusal && countdown && (
        <AtClosing
          countdown={countdown}
          before={
            <UnsavedGuard
              report={{ id: report.id, accountId: report.accountId }}
              entries={report.entries.map(storedEntry)}
              files={[...evidence.values()].flat().map(({ name, size }) => ({ name, size }))}
            >
              <FileCard report={report} />
            </UnsavedGuard>
          }
        />
      )}
    </div>
  );
}
