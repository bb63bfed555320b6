import type { Metadata, Route } from 'next';
import { DocumentForm } from '@/components/documents/document-form';
import { DocumentTable } from '@/components/documents/document-table';
import { DocumentsUnderWay } from '@/components/documents/documents-under-way';
import { PlanChoice } from '@/components/plans/plan-choice';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { type DocumentDesk, loadDocumentDesk } from '@/lib/documents/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('documents.desk.title') };
}

const sheet = 'max-md:border-0 max-md:bg-transparent max-md:p-0 max-md:shadow-none';

function addressOfPage(plan: string | undefined, number: number): Route {
  const chosen = { ...(plan && { plan }), ...(number > 1 && { page: String(number) }) };
  const text = new URLSearchParams(chosen).toString();
  return (text ? `${routes.documents()}?${text}` : routes.documents()) as Route;
}

function Ask({ desk }: { desk: DocumentDesk }) {
  const t = getT();
  const { plans, plan, periods, days } = desk;
  return (
    <Card>
      <SectionHeading>{t('documents.desk.askTitle')}</SectionHeading>
      <p className="mb-5 max-w-text text-sm text-muted">{t('documents.desk.hint', { days })}</p>
      <PlanChoice page={routes.documents()} plans={plans} plan={plan?.code} />
      {plan && periods.length > 0 ? (
        <DocumentForm key={plan.code} plan={plan.code} rhythm={plan.rhythm} periods={periods} />
      ) : (
        <p className="text-muted">{t('documents.desk.noPeriods')}</p>
      )}
    </Card>
  );
}

/**
 * Documents that the division requested: waiting, being written, ready for download. 404 for everyone but the division
 * and the leader.
 */
export default async function DocumentsPage({ searchParams }: PageProps<'/review/documents'>) {
  const t = getT();
  const desk = await loadDocumentDesk(await searchParams);
  const { documents, total, underWay, plan, page, pageSize, mayAsk } = desk;
  const addressOf = (number: number) => addressOfPage(plan?.code, number);
  return (
    <>
      <PageHeader
        title={t('documents.desk.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('documents.desk.title') },
        ]}
        lead={t('documents.desk.lead', rhythmWords(t, plan?.rhythm ?? 'several'))}
      />
      <div className="grid gap-6">
        {mayAsk && <Ask desk={desk} />}
        <Card className={sheet}>
          <SectionHeading id="documents">{t('documents.desk.list')}</SectionHeading>
          <DocumentsUnderWay count={underWay} address={addressOf(page)} />
          <DocumentTable documents={documents} />
          <div className="mt-4">
            <Pagination
              page={page}
              pageSize={pageSize}
              total={total}
              totalWords={t('documents.desk.total', { total })}
              addressOf={(number) => `${addressOf(number)}#documents` as Route}
            />
          </div>
        </Card>
      </div>
    </>
  );
}
