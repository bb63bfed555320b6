import type { Metadata } from 'next';
import { DecideContributions } from '@/components/contributions/decide-contributions';
import { OfferedTexts } from '@/components/contributions/offered-texts';
import { ReportEditor } from '@/components/filing/editor/report-editor';
import { ReportView } from '@/components/filing/editor/report-view';
import { EarlierOpinions } from '@/components/filing/report/earlier-opinions';
import { reportCrumbs } from '@/components/filing/report/report-crumbs';
import { ReportNotices } from '@/components/filing/report/report-notices';
import { commentsOn } from '@/components/filing/report/review-comments';
import { VersionList } from '@/components/filing/report/version-list';
import { SignOffStatus } from '@/components/notifications/reminders/sign-off-status';
import { TakenOutTasks } from '@/components/reports/tasks/taken-out-tasks';
import { TaskAsked } from '@/components/reports/tasks/task-asked';
import { PageHeader } from '@/components/ui/page-header';
import { loadContributions } from '@/lib/contributions/loaders';
import { loadEvidence } from '@/lib/evidence/loaders';
import { loadReport } from '@/lib/filing/loaders';
import { loadSignOffStatus } from '@/lib/notifications/reminders/loaders';
import { loadEarlierVersion } from '@/lib/receipts/loaders';
import { loadReportTasks } from '@/lib/reports/tasks/loaders';
import { loadRemarks } from '@/lib/review/remarks/loaders';
import { chineseNumber } from '@/lib/text/chinese-number';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { periodRhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';

type ReportPageProps = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const t = getT();
  const { periodCode } = await loadReport((await params).reportId);
  return { title: t('filing.editor.title', periodRhythmWords(t, periodCode)) };
}

/** The texts that filing asks for; a tick excuses one only where the form has ticks. */
function guideWords(t: Translate, { sectionCount, hasTicks }: { sectionCount: number; hasTicks: boolean }): string {
  return t('filing.editor.guide', {
    count: String(sectionCount),
    sections: chineseNumber(sectionCount),
    excused: hasTicks ? 'yes' : 'no',
  });
}

/**
 * `/filing/[reportId]`: the editor of a report, or its text where it cannot be saved; 404 for another agency's report.
 */
export default async function ReportPage({ params }: ReportPageProps) {
  const t = getT();
  const report = await loadReport((await params).reportId);
  const { entries, lastSaved, returnedBy, earlierReturns, sentBack, ...facts } = report;
  const [signOff, contributions, remarks, tasks] = await Promise.all([
    loadSignOffStatus(report),
    loadContributions(report.id),
    loadRemarks(report.id),
    loadReportTasks(report.id),
  ]);
  const canSave = report.commands.includes('save');
  const comments = returnedBy?.comments ?? [];
  const { files, limits } = await loadEvidence(report.id);
  const evidenceOf = (taskId: string) => ({
    reportId: report.id,
    files: files.get(taskId) ?? [],
    canEdit: report.commands.includes('add-evidence'),
    limits,
  });
  const earlier =
    report.status === 'awaiting_sign_off' ? await loadEarlierVersion(report.id, report.versions[0]?.number ?? 0) : null;
  return (
    <>
      <PageHeader
        title={t('filing.editor.heading', { period: formatPeriod(report.periodCode) })}
        crumbs={reportCrumbs(t, report)}
        lead={canSave ? guideWords(t, report) : undefined}
      />
      <ReportNotices report={report} />
      <SignOffStatus report={report} status={signOff} />
      {canSave && <DecideContributions reportId={report.id} contributions={contributions} form={report.form} />}
      <ReportEditor
        canSave={canSave}
        report={facts}
        entries={entries.map((entry) => ({
          ...entry,
          form: report.form,
          ...commentsOn(comments, entry.taskId),
          asked: <TaskAsked task={tasks.find(({ taskId }) => taskId === entry.taskId)} />,
          evidence: evidenceOf(entry.taskId),
          remarks: remarks.filter(({ taskId }) => taskId === entry.taskId),
          contributions: contributions.filter(({ taskId }) => taskId === entry.taskId),
        }))}
        lastSaved={lastSaved}
      >
        <ReportView
          report={facts}
          entries={entries}
          comments={comments}
          remarks={remarks}
          earlier={earlier}
          evidence={files}
        />
      </ReportEditor>
      {!report.isWithDivision && <TakenOutTasks tasks={tasks} form={report.form} />}
      {!canSave && <OfferedTexts contributions={contributions} form={report.form} isStarted={entries.length > 0} />}
      <EarlierOpinions returns={earlierReturns} tasks={entries} form={report.form} />
      <VersionList report={report} />
    </>
  );
}
