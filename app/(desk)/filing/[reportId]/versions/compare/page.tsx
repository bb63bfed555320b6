import type { Metadata } from 'next';
import { reportCrumbs } from '@/components/filing/report/report-crumbs';
import { VersionComparison } from '@/components/reports/differences/version-comparison';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { loadComparison } from '@/lib/receipts/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('differences.compare') };
}

type ComparisonPageProps = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

/**
 * `/filing/[reportId]/versions/compare?from=1&to=2`: two filed versions side by side; 404 for another agency's report.
 */
export default async function ComparisonPage({ params, searchParams }: ComparisonPageProps) {
  const t = getT();
  const { report, before, after } = await loadComparison((await params).reportId, await searchParams);
  return (
    <>
      <PageHeader
        title={t('differences.title', { period: formatPeriod(report.periodCode) })}
        crumbs={reportCrumbs(t, report, t('differences.compare'))}
        actions={<PrintButton label={t('differences.print')} />}
      />
      <VersionComparison
        action={routes.versionComparison(report.id)}
        versions={report.versions}
        before={before}
        after={after}
      />
    </>
  );
}
