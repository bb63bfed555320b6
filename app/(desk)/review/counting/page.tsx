import type { Metadata, Route } from 'next';
import { AgencySearch } from '@/components/statistics/agency-search';
import { AgencyTable, PeriodCountsTable, YearTable } from '@/components/statistics/filing-tables';
import { LightTable } from '@/components/statistics/light-table';
import { RateChart } from '@/components/statistics/rate-chart';
import { statisticsAddress } from '@/components/statistics/statistics-address';
import { StatisticsFilter } from '@/components/statistics/statistics-filter';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { routes } from '@/lib/routes';
import { loadStatistics, type Statistics } from '@/lib/statistics/loaders';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('statistics.title') };
}

const sheet = 'max-md:border-0 max-md:bg-transparent max-md:p-0 max-md:shadow-none';

function Agencies({ statistics }: { statistics: Statistics }) {
  const t = getT();
  const { agencies, query, pageSize } = statistics;
  const addressOf = (page: number) => `${statisticsAddress(routes.statistics(), { ...query, page })}#agencies` as Route;
  return (
    <Card className={sheet}>
      <SectionHeading id="agencies" aside={t('statistics.agencies.order')}>
        {t('statistics.agencies.title')}
      </SectionHeading>
      <AgencySearch query={query} />
      <AgencyTable rows={agencies.agencies} query={query} />
      <div className="mt-4">
        <Pagination
          page={query.page}
          pageSize={pageSize}
          total={agencies.total}
          totalWords={t('review.pages.agencies', { total: agencies.total })}
          addressOf={addressOf}
        />
      </div>
    </Card>
  );
}

/**
 * Statistics: reports filed on time, late or not at all, and the progress of the tasks. 404 for everyone but the
 * division and the leader.
 */
export default async function StatisticsPage({ searchParams }: PageProps<'/review/counting'>) {
  const t = getT();
  const statistics = await loadStatistics(await searchParams);
  if (!statistics) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { query, plans, rhythm, periodCodes, ofPeriods, sum, years, lights, asks } = statistics;
  const words = rhythmWords(t, rhythm);
  return (
    <>
      <PageHeader
        title={t('statistics.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('statistics.title') },
        ]}
        lead={t('statistics.lead', { ...words, rhythm })}
        actions={
          asks.problems && (
            <ButtonLink href={statisticsAddress(routes.openProblems(), { plan: query.plan })} variant="secondary">
              {t('statistics.problems.title')}
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-6">
        <StatisticsFilter
          page={routes.statistics()}
          query={query}
          plans={plans}
          rhythm={rhythm}
          periodCodes={periodCodes}
        />
        <Card className={sheet}>
          <SectionHeading>{t('statistics.periods.title', words)}</SectionHeading>
          <div className="mb-5 max-w-text text-sm text-muted">
            <p>{t('statistics.rule.rate', words)}</p>
            <p>{t('statistics.rule.outcomes')}</p>
          </div>
          <PeriodCountsTable rows={ofPeriods} sum={sum} query={query} rhythm={rhythm} />
          {ofPeriods.length > 0 && (
            <div className="mt-6">
              <RateChart rows={ofPeriods} rhythm={rhythm} />
            </div>
          )}
        </Card>
        <Agencies statistics={statistics} />
        <Card className={sheet}>
          <SectionHeading>{t('statistics.years.title')}</SectionHeading>
          <YearTable rows={years} />
        </Card>
        <Card className={sheet}>
          <SectionHeading>{t('statistics.lights.title')}</SectionHeading>
          <p className="mb-4 max-w-text text-sm text-muted">{t('statistics.lights.hint')}</p>
          <LightTable rows={lights} plan={query.plan} rhythm={rhythm} asks={asks} />
        </Card>
      </div>
    </>
  );
}
