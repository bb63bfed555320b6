import type { Metadata, Route } from 'next';
import { DocumentForm } from '@/components/documents/document-form';
import { DocumentTable } from '@/components/documents/document-table';
import { DocumentsUnderWay } from '@/components/documents/documents-under-way';
import { PlanChoice } from '@/components/documents/plan-choice';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { type DocumentDesk, loadDocumentDesk } from '@/lib/documents/loaders';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: t('documentDesk.title') };

const sheet = 'max-md:border-0 max-md:bg-transparent max-md:p-0 max-md:shadow-none';

function Ask({ desk }: { desk: DocumentDesk }) {
  const { plans, plan, periods, days } = desk;
  return (
    <Card>
      <SectionHeading>{t('documentDesk.askTitle')}</SectionHeading>
      <p className="mb-5 max-w-text text-sm text-muted">{t('documentDesk.hint', { days })}</p>
      <PlanChoice plans={plans} plan={plan?.code} />
      {plan && periods.length > 0 ? (
        <DocumentForm key={plan.code} plan={plan.code} periods={periods} />
      ) : (
        <p className="text-muted">{t('documentDesk.noPeriods')}</p>
      )}
    </Card>
  );
}

/** The documents that the division has written for it: asked for, under way, to be fetched. For others: 404. */
export default async function DocumentsPage({ searchParams }: PageProps<'/review/documents'>) {
  const desk = await loadDocumentDesk(await searchParams);
  const { documents, plan, mayAsk } = desk;
  const underWay = documents.filter(({ finished, failed }) => !finished && !failed);
  const address = plan ? (`${routes.documents()}?plan=${encodeURIComponent(plan.code)}` as Route) : routes.documents();
  return (
    <>
      <PageHeader
        title={t('documentDesk.title')}
        crumbs={[
          { label: t('site.home'), href: routes.home() },
          { label: t('review.title'), href: routes.review() },
          { label: t('documentDesk.title') },
        ]}
        lead={t('documentDesk.lead')}
      />
      <div className="grid gap-6">
        {mayAsk && <Ask desk={desk} />}
        <Card className={sheet}>
          <SectionHeading id="documents">{t('documentDesk.list')}</SectionHeading>
          <DocumentsUnderWay count={underWay.length} address={address} />
          <DocumentTable documents={documents} />
        </Card>
      </div>
    </>
  );
}
