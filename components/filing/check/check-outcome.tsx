import type { StoredEntry } from '@/components/filing/editor/autosave/field-states';
import { ClosedNotice } from '@/components/filing/report/closed-notice';
import { CommandForm } from '@/components/filing/report/command-form';
import { RefreshAtClosing } from '@/components/live/refresh-at-closing';
import { AtClosing } from '@/components/reports/countdown/at-closing';
import { TimeLeftText } from '@/components/reports/countdown/time-left-text';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { rhythmOf } from '@/lib/domain/calendar/period';
import { isBeforePeriodEnd } from '@/lib/domain/deadline/early-filing';
import { contentIn, type EntryForm } from '@/lib/domain/report/entry';
import { routes } from '@/lib/routes';
import { deadlineWords } from '@/lib/text/deadline-words';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';
import { ContradictionList } from './contradiction-list';
import { MissingList } from './missing-list';
import { NearCopyList } from './near-copy-list';
import { NoticedTexts } from './noticed-texts';
import { OpenOpinions } from './open-opinions';
import { UnsavedGuard } from './unsaved-guard';

type CheckOutcomeProps = { report: CheckedReport };

/** The fields of an entry with their saves, and nothing else, because they are sent to the browser. */
function storedEntry(
  entry: CheckOutcomeProps['report']['entries'][number],
  form: EntryForm,
): StoredEntry & { taskCode: string } {
  return { ...contentIn(entry, form), taskId: entry.taskId, taskCode: entry.taskCode, fieldSaves: entry.fieldSaves };
}

function FileCard({ report }: CheckOutcomeProps) {
  const t = useT();
  const command = report.needsSignOff ? 'request-sign-off' : 'file';
  return (
    <Card className="border-t-4 border-t-accent">
      <p className="text-lg font-bold">{t(`filing.check.complete.${command}`)}</p>
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
        question={report.pendingContributions > 0 ? t('filing.check.contributions.question') : undefined}
      />
    </Card>
  );
}

/** Offers of supporting agencies on which nobody has decided: filed like this, they are not used. */
function PendingOffers({ report }: CheckOutcomeProps) {
  const t = useT();
  const count = report.pendingContributions;
  if (count === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('filing.check.contributions.title', { count })}>
      <a href={routes.report(report.id)} className="link">
        {t('filing.check.contributions.link')}
      </a>
    </NoticeBox>
  );
}

/** Says before filing that the period has not ended yet. */
function EarlyNotice({ report }: CheckOutcomeProps) {
  const t = useT();
  if (!isBeforePeriodEnd(report.now, report.periodCode, report.dueOn)) return null;
  const words = rhythmWords(t, rhythmOf(report.periodCode));
  return (
    <NoticeBox tone="warning" title={t('filing.early.title', words)}>
      <p>{t('filing.early.hint', words)}</p>
    </NoticeBox>
  );
}

/** Says whether the report can be submitted now and, if not, why; and what its author should know before. */
export function CheckOutcome({ report }: CheckOutcomeProps) {
  const t = useT();
  const { refusal, countdown } = report;
  const isSaid = refusal?.code === 'incomplete' || refusal?.code === 'contradictory' || report.isOverdue;
  return (
    <div className="grid gap-4">
      {countdown && (
        <>
          <AtClosing countdown={countdown} after={<ClosedNotice report={report} extension={report.extension} />} />
          <RefreshAtClosing reportId={report.id} countdown={countdown} />
        </>
      )}
      <MissingList report={report} />
      <ContradictionList report={report} />
      <NoticedTexts report={report} />
      {refusal && !isSaid && <NoticeBox tone="info">{refusalSentence(t, refusal)}</NoticeBox>}
      {!report.isWithDivision && (
        <>
          <OpenOpinions report={report} />
          <NearCopyList report={report} />
          <PendingOffers report={report} />
          <EarlyNotice report={report} />
        </>
      )}
      <UnsavedGuard
        report={{ id: report.id, accountId: report.accountId }}
        form={report.form}
        entries={report.entries.map((entry) => storedEntry(entry, report.form))}
        files={report.entries.flatMap(({ evidence }) => evidence.map(({ name, size }) => ({ name, size })))}
      >
        {!refusal && countdown && <AtClosing countdown={countdown} before={<FileCard report={report} />} />}
      </UnsavedGuard>
    </div>
  );
}
