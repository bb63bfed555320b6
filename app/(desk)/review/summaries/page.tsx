import type { Metadata } from 'next';
import { StatisticsFilter } from '@/components/statistics/statistics-filter';
import { summaryAddress } from '@/components/summaries/summary-address';
import { SummaryList } from '@/components/summaries/summary-list';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBox } from '@/components/ui/notice-box';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { routes } from '@/lib/routes';
import { loadSummaries } from '@/lib/summaries/loaders';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('summaries.desk') };
}

/**
 * The drafts of a period's summary, shared by the whole division. 404 for everyone but the division and the leader.
 */
export default async function SummariesPage({ searchParams }: PageProps<'/review/summaries'>) {
  const t = getT();
  const found = await loadSummaries(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { query, plan, plans, periodCode, periodCodes, summaries, total, pageSize, mayWrite, isDeleted } = found;
  const words = rhythmWords(t, plan.rhythm);
  return (
    <>
      <PageHeader
        title={t('summaries.title', words)}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('summaries.title', words) },
        ]}
        lead={t('summaries.lead', words)}
        actions={
          mayWrite && (
            <ButtonLink href={summaryAddress(routes.newSummary(), { plan: plan.code, quarter: periodCode })}>
              {t('summaries.new')}
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-6">
        {isDeleted && <NoticeBox tone="success" title={t('summaries.delete.done')} live />}
        <StatisticsFilter
          page={routes.summaries()}
          query={{ plan: plan.code, quarter: periodCode }}
          plans={plans}
          periodCodes={periodCodes}
          rhythm={plan.rhythm}
        />
        <Card>
          <SectionHeading>{t('summaries.list.of', { period: formatPeriod(periodCode) })}</SectionHeading>
          <div className="grid gap-4">
            <SummaryList summaries={summaries} rhythm={plan.rhythm} />
            <Pagination
              page={query.page}
              pageSize={pageSize}
              total={total}
              totalWords={t('summaries.list.total', { total })}
              addressOf={(page) => summaryAddress(routes.summaries(), { ...query, page })}
            />
          </div>
        </Card>
      </div>
    </>
  );
}
