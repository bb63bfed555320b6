import type { Metadata } from 'next';
import { VersionComparison } from '@/components/reports/differences/version-comparison';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { loadReviewComparison } from '@/lib/receipts/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('differences.compare') };
}

/** `/review/[reportId]/compare?from=1&to=2`: two filed versions side by side, for the division; 404 for all others. */
export default async function ReviewComparisonPage({ params, searchParams }: PageProps<'/review/[reportId]/compare'>) {
  const t = getT();
  const { report, before, after } = await loadReviewComparison((await params).reportId, await searchParams);
  const title = t('review.report.title', { agency: report.agencyName, period: formatPeriod(report.periodCode) });
  return (
    <>
      <PageHeader
        title={t('differences.reviewTitle', { report: title })}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: title, href: routes.reportReview(report.id) },
          { label: t('differences.compare') },
        ]}
        actions={<PrintButton label={t('differences.print')} />}
      />
      <VersionComparison
        action={routes.reviewComparison(report.id)}
        versions={report.versions}
        before={before}
        after={after}
      />
    </>
  );
}
