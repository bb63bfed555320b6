import type { Metadata } from 'next';
import { PublicationForm } from '@/components/publication/publication-form';
import { PublicationHistory } from '@/components/publication/publication-history';
import { PublicationPreview } from '@/components/publication/publication-preview';
import { PublicationStatus } from '@/components/publication/publication-status';
import { DoneNotice } from '@/components/review/report/done-notice';
import { ReasonStep } from '@/components/review/report/reason-step';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadPublication, type ReportPublication } from '@/lib/review/report/loaders';
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
  return { title: t('review.publication.titleOf', namesOf(await loadPublication((await params).reportId))) };
}

function PublicationHeader({ publication }: { publication: ReportPublication }) {
  const t = getT();
  const names = namesOf(publication);
  return (
    <PageHeader
      title={t('review.publication.titleOf', names)}
      crumbs={[
        { label: t('layout.home'), href: routes.home() },
        { label: t('review.title'), href: routes.review() },
        { label: t('review.report.title', names), href: routes.reportReview(publication.report.id) },
        { label: t('review.publication.title') },
      ]}
      lead={publication.report.plan.title}
    />
  );
}

function CurrentText({ publication }: { publication: ReportPublication }) {
  const t = getT();
  const { current, report } = publication;
  return (
    <>
      {report.status === 'accepted' && <Card>{t('review.publication.onlyCoordinator')}</Card>}
      {current?.content && (
        <Card>
          <SectionHeading>{t('review.publication.preview')}</SectionHeading>
          <PublicationPreview content={current.content} />
        </Card>
      )}
    </>
  );
}

function Withdrawal({ report }: Pick<ReportPublication, 'report'>) {
  const t = getT();
  return (
    <Card className="no-print">
      <SectionHeading>{t('review.publication.withdrawTitle')}</SectionHeading>
      <p className="mb-3 text-sm text-muted">{t('review.publication.withdrawHint')}</p>
      <ReasonStep command="withdraw-publication" report={report} />
    </Card>
  );
}

/** Publication of an accepted report: a preview exactly as the public will read it, and all earlier publications. */
export default async function PublicationPage({ params, searchParams }: PublicationPageProps) {
  const t = getT();
  const { done } = await searchParams;
  const publication = await loadPublication((await params).reportId);
  const { report, commands, snapshot, current, publications, today } = publication;
  return (
    <>
      <PublicationHeader publication={publication} />
      <div className="grid gap-6">
        <DoneNotice
          done={typeof done === 'string' ? done : undefined}
          status={report.status}
          links={[
            { href: routes.reportReview(report.id), label: t('review.publication.back') },
            { href: routes.review(), label: t('review.done.backToList') },
          ]}
        />
        <PublicationStatus status={report.status} agencyCode={report.agency.code} current={current} />
        {commands.includes('publish') && snapshot ? (
          <PublicationForm
            key={report.version}
            report={report}
            snapshot={snapshot}
            initial={publication.initialSections}
            today={today}
          />
        ) : (
          <CurrentText publication={publication} />
        )}
        {commands.includes('withdraw-publication') && <Withdrawal report={report} />}
        <PublicationHistory publications={publications} />
      </div>
    </>
  );
}
