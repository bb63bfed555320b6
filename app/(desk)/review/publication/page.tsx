import type { Metadata } from 'next';
import { DecisionForm } from '@/components/publication/decision-form';
import { OwnProposals } from '@/components/publication/own-proposals';
import { ProposalForm } from '@/components/publication/proposal-form';
import { DoneNotice } from '@/components/review/report/done-notice';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadPublications } from '@/lib/publication/desk/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('publication.title') };
}

type Publications = Awaited<ReturnType<typeof loadPublications>>;

function Proposable({ proposable: { reports, total } }: Pick<Publications, 'proposable'>) {
  const t = getT();
  return (
    <Card>
      <SectionHeading>{t('publication.proposable', { count: total })}</SectionHeading>
      {reports.length > 0 ? (
        <>
          {reports.length < total && (
            <p className="mb-3 text-muted">{t('publication.proposableMore', { shown: reports.length })}</p>
          )}
          <ProposalForm key={reports.map(({ id, version }) => `${id} ${version}`).join()} reports={reports} />
        </>
      ) : (
        <p className="text-muted">{t('publication.proposableEmpty')}</p>
      )}
    </Card>
  );
}

/**
 * Publishing many reports at once: what waits for a second account, and what a coordinator can propose. 404 for everyone
 * but the division and the leader.
 */
export default async function PublicationsPage({ searchParams }: PageProps<'/review/publication'>) {
  const t = getT();
  const { done } = await searchParams;
  const { toCheck, own, mayPropose, proposable, today } = await loadPublications();
  return (
    <>
      <PageHeader
        title={t('publication.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('publication.title') },
        ]}
        lead={t('publication.lead')}
      />
      <div className="grid gap-6">
        <DoneNotice
          done={typeof done === 'string' ? done : undefined}
          status="accepted"
          links={[{ href: routes.publishedReports(), label: t('publication.publishedList') }]}
        />
        <Card>
          <SectionHeading>{t('publication.toCheck', { count: toCheck.length })}</SectionHeading>
          <p className="mb-4 max-w-text text-sm text-muted">
            {t(toCheck.length > 0 ? 'publication.toCheckHint' : 'publication.toCheckEmpty')}
          </p>
          {toCheck.length > 0 && (
            <DecisionForm
              key={toCheck.map(({ id, version }) => `${id} ${version}`).join()}
              proposals={toCheck}
              today={today}
            />
          )}
        </Card>
        {own.length > 0 && (
          <Card>
            <SectionHeading>{t('publication.own', { count: own.length })}</SectionHeading>
            <OwnProposals proposals={own} />
          </Card>
        )}
        {mayPropose && <Proposable proposable={proposable} />}
      </div>
    </>
  );
}
