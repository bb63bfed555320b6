import type { Metadata } from 'next';
import { CheckOutcome } from '@/components/filing/check/check-outcome';
import { reportCrumbs } from '@/components/filing/report/report-crumbs';
import { ReportText } from '@/components/filing/report/report-text';
import { ChangeSummary } from '@/components/reports/differences/change-summary';
import { fieldAnchor } from '@/components/reports/entry-fields';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadContributions } from '@/lib/contributions/loaders';
import { loadEvidence } from '@/lib/evidence/loaders';
import { loadReport } from '@/lib/filing/loaders';
import { loadEarlierVersion } from '@/lib/receipts/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('filing.check.title') };
}

/**
 * `/filing/[reportId]/check`: the report as the division will read it, its missing parts, and the button that files it.
 */
export default async function ReportCheckPage({ params }: { params: Promise<{ reportId: string }> }) {
  const t = getT();
  const report = await loadReport((await params).reportId);
  const canSave = report.commands.includes('save');
  const editor = routes.report(report.id);
  // The earlier version is compared only with a text that is about to be filed again.
  const compared = report.isWithDivision ? undefined : (report.returnedBy?.version ?? report.versions[0]?.number);
  const earlier = compared ? await loadEarlierVersion(report.id, compared) : null;
  const [{ files }, contributions] = await Promise.all([loadEvidence(report.id), loadContributions(report.id)]);
  const pendingContributions = contributions.filter(({ outcome }) => outcome === null).length;
  const entries = report.entries.map((entry) => ({ ...entry, evidence: files.get(entry.taskId) ?? [] }));
  return (
    <>
      <PageHeader
        title={t('filing.check.heading', { period: formatPeriod(report.periodCode) })}
        crumbs={reportCrumbs(t, report, t('filing.check.title'))}
        actions={
          <ButtonLink href={editor} variant="secondary">
            {t(canSave ? 'filing.check.back' : 'filing.check.view')}
          </ButtonLink>
        }
      />
      <CheckOutcome report={{ ...report, entries, earlier, pendingContributions }} />
      <div className="mt-8">
        <SectionHeading>{t('filing.check.text')}</SectionHeading>
        {earlier && (
          <div className="mb-4">
            <ChangeSummary earlier={earlier} entries={entries} form={report.form} />
          </div>
        )}
        <Card>
          <ReportText
            form={report.form}
            entries={report.entries}
            earlier={earlier}
            evidence={files}
            editHref={canSave ? (code, field) => `${editor}#${fieldAnchor(code, field)}` : undefined}
          />
        </Card>
      </div>
    </>
  );
}
