import type { Metadata } from 'next';
import { reportCrumbs } from '@/components/filing/report-crumbs';
import { ReportEditor } from '@/components/filing/report-editor';
import { ReportNotices } from '@/components/filing/report-notices';
import { ReportReading } from '@/components/filing/report-reading';
import { commentsOn } from '@/components/filing/review-comments';
import { VersionList } from '@/components/filing/version-list';
import { PageHeader } from '@/components/ui/page-header';
import { formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { loadEarlierVersion } from '@/lib/receipts/loaders';
import { loadReport } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: t('filing.editor.title') };

/** `/filing/[reportId]`: the editor of a report, or its text where it cannot be saved; 404 for another agency's. */
export default async function ReportPage({ params }: { params: Promise<{ reportId: string }> }) {
  const report = await loadReport((await params).reportId);
  const { entries, lastSaved, returnedBy, sentBack, ...standing } = report;
  const canSave = report.commands.includes('save');
  const comments = returnedBy?.comments ?? [];
  const earlier =
    report.status === 'awaiting_sign_off' ? await loadEarlierVersion(report.id, report.versions[0]?.number ?? 0) : null;
  return (
    <>
      <PageHeader
        title={t('filing.editor.heading', { quarter: formatQuarter(report.quarter) })}
        crumbs={reportCrumbs(report)}
        lead={canSave ? t('filing.editor.guide') : undefined}
      />
      <ReportNotices report={report} />
      <ReportEditor
        canSave={canSave}
        report={standing}
        entries={entries.map((entry) => ({ ...entry, ...commentsOn(comments, entry.taskId) }))}
        lastSaved={lastSaved}
      >
        <ReportReading report={standing} entries={entries} comments={comments} earlier={earlier} />
      </ReportEditor>
      <VersionList report={report} />
    </>
  );
}
