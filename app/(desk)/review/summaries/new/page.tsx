import type { Metadata } from 'next';
import { NewSummaryForm } from '@/components/summaries/new-summary-form';
import { summaryAddress } from '@/components/summaries/summary-address';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { routes } from '@/lib/routes';
import { loadNewSummary } from '@/lib/summaries/loaders';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('summaries.new') };
}

/** Starts a draft of a period's summary. The leader sees that only the division writes one; 404 for everyone else. */
export default async function NewSummaryPage({ searchParams }: PageProps<'/review/summaries/new'>) {
  const t = getT();
  const found = await loadNewSummary(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { plan, form, periodCode, today, mayWrite } = found;
  const names = { period: formatPeriod(periodCode), plan: plan.title };
  const texts = {
    title: t('summaries.defaults.title', names),
    introduction: t('summaries.defaults.introduction', names),
    closing: '',
    signedOn: today,
  };
  return (
    <>
      <PageHeader
        title={t('summaries.newOf', names)}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          {
            label: t('summaries.desk'),
            href: summaryAddress(routes.summaries(), { plan: plan.code, quarter: periodCode }),
          },
          { label: t('summaries.new') },
        ]}
        lead={t('summaries.newLead')}
      />
      <Card>
        {mayWrite ? (
          <NewSummaryForm plan={plan.code} form={form} periodCode={periodCode} texts={texts} />
        ) : (
          <p>{t('summaries.onlyDivision')}</p>
        )}
      </Card>
    </>
  );
}
