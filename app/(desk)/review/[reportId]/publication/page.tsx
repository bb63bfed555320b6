import type { Metadata } from 'next';
import { PublicationHistory } from '@/components/publication/publication-history';
import { PublicationStatus } from '@/components/publication/publication-status';
import { ReportPublicationSteps } from '@/components/publication/report-publication';
import { DoneNotice } from '@/components/review/report/done-notice';
import { PageHeader } from '@/components/ui/page-header';
import { loadPublication, type ReportPublication } from '@/lib/publication/desk/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

type PublicationPageProps = PageProps<'/review/[reportId]/publication'>;

const namesOf = ({ report }: ReportPublication) => ({
  agency: report.agency.name,
  period: formatPeriod(report.periodCode),
});

export async function generateMetadata({ params }: PublicationPageProps): Promise<Metadata> {
  const t = getT();
  return { title: t('publication.titleOf', namesOf(await loadPublication((await params).reportId))) };
}

function PublicationHeader({ publication }: { publication: ReportPublication }) {
  const t = getT();
  const names = namesOf(publication);
  return (
    <PageHeader
      title={t('publication.titleOf', names)}
      crumbs={[
        { label: t('layout.home'), href: routes.home() },
        { label: t('review.desk'), href: routes.review() },
        { label: t('publication.title'), href: routes.publications() },
        { label: t('publication.reportOf', names) },
      ]}
      lead={publication.report.plan}
    />
  );
}

/**
 * The publication of one report, for the division and the leader: what is public, what waits to become so, and all earlier
 * publications. 404 for everybody else.
 */
export default async function PublicationPage({ params, searchParams }: PublicationPageProps) {
  const t = getT();
  const { done } = await searchParams;
  const publication = await loadPublication((await params).reportId);
  const { report, publications } = publication;
  return (
    <>
      <PublicationHeader publication={publication} />
      <div className="grid gap-6">
        <DoneNotice
          done={typeof done === 'string' ? done : undefined}
          status={report.status}
          links={[
            { href: routes.reportReview(report.id), label: t('publication.back') },
            { href: routes.publications(), label: t('publication.toAll') },
          ]}
        />
        <PublicationStatus status={report.status} agencyCode={report.agency.code} publications={publications} />
        <ReportPublicationSteps publication={publication} />
        <PublicationHistory publications={publications} />
      </div>
    </>
  );
}
