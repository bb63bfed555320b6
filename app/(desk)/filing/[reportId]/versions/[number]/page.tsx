import type { Metadata } from 'next';
import { reportCrumbs } from '@/components/filing/report/report-crumbs';
import { ReportText } from '@/components/filing/report/report-text';
import { WithdrawStep } from '@/components/filing/report/withdraw-step';
import { WithdrawnNotice } from '@/components/filing/report/withdrawn-notice';
import { Receipt } from '@/components/receipts/receipt';
import { VersionLinks } from '@/components/receipts/version-links';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadVersionEvidence } from '@/lib/evidence/loaders';
import { loadFiledVersion } from '@/lib/receipts/loaders';
import { loadRemarks } from '@/lib/review/remarks/loaders';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { periodRhythmWords } from '@/lib/text/rhythm-words';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('filing.receipt.title') };
}

type VersionPageProps = { params: Promise<{ reportId: string; number: string }> };

type Filed = Awaited<ReturnType<typeof loadFiledVersion>>;

/** The status of the report since this version was filed, and whether the version can still be withdrawn. */
function LatestState({ filed }: { filed: Filed }) {
  const t = getT();
  const { report, canWithdraw, withdrawalEnd } = filed;
  // A returned report that its own approver sent back is a draft again, and was not withdrawn.
  const isMending = report.status === 'draft' && report.withdrawn === null;
  const state = t(`filing.receipt.state.${isMending ? 'returned' : report.status}`);
  const end = withdrawalEnd && t(`filing.overview.withdrawalEnd.${withdrawalEnd}`);
  return (
    <>
      <NoticeBox tone={report.isWithDivision ? 'success' : 'warning'} title={state}>
        {end}
      </NoticeBox>
      {report.withdrawn !== null && <WithdrawnNotice number={report.withdrawn} />}
      <WithdrawStep report={report} why={canWithdraw ? null : (end ?? state)} />
    </>
  );
}

/**
 * `/filing/[reportId]/versions/[number]`: the permanent page of a filed version, with its receipt, its text and the
 * changes from the version before; 404 for another agency's report.
 */
export default async function VersionPage({ params }: VersionPageProps) {
  const t = getT();
  const { reportId, number } = await params;
  const filed = await loadFiledVersion(reportId, number);
  const { snapshot, report } = filed;
  const [evidence, remarks] = await Promise.all([loadVersionEvidence(report.id, snapshot), loadRemarks(report.id)]);
  const crumb = { id: report.id, periodCode: snapshot.quarter };
  const isLatest = filed.number === report.filedVersions;
  return (
    <>
      <PageHeader
        title={t('filing.receipt.pageTitle', { period: formatPeriod(snapshot.quarter), number: filed.number })}
        crumbs={reportCrumbs(t, crumb, t('filing.receipt.title'))}
        actions={<PrintButton label={t('receipts.version.print')} />}
      />
      <div className="no-print mb-6 grid gap-4">
        {isLatest ? (
          <LatestState filed={filed} />
        ) : (
          <NoticeBox tone="info" title={t('filing.receipt.notLatest', { latest: report.filedVersions })} />
        )}
      </div>
      <Receipt filed={filed} />
      {filed.isEarly && (
        <p className="mt-4 font-medium text-warning">
          {t('filing.early.mark', periodRhythmWords(t, filed.snapshot.quarter))}
        </p>
      )}
      <VersionLinks reportId={report.id} number={filed.number} filedVersions={report.filedVersions} />
      <div className="mt-10 print:break-before-page">
        <SectionHeading>{t('filing.receipt.text')}</SectionHeading>
        <Card className="break-inside-auto!">
          <ReportText
            form={filed.form}
            entries={snapshot.entries}
            comments={filed.comments}
            remarks={remarks}
            earlier={filed.earlier}
            evidence={evidence}
          />
        </Card>
      </div>
    </>
  );
}
