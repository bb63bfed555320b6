import type { Metadata, Route } from 'next';
import { AgencySearch } from '@/components/statistics/agency-search';
import { countingAddress } from '@/components/statistics/counting-address';
import { CountingFilter } from '@/components/statistics/counting-filter';
import { AgencyTable, PeriodCountsTable, YearTable } from '@/components/statistics/filing-tables';
import { LightTable } from '@/components/statistics/light-table';
import { RateChart } from '@/components/statistics/rate-chart';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SectionHeading } from '@/components/ui/section-heading';
import { routes } from '@/lib/routes';
import { type Counting, loadCounting } from '@/lib/statistics/loaders';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('counting.title') };
}

const sheet = 'max-md:border-0 max-md:bg-transparent max-md:p-0 max-md:shadow-none';

function Agencies({ counting }: { counting: Counting }) {
  const t = getT();
  const { agencies, query, pageSize } = counting;
  const addressOf = (page: number) => `${countingAddress(routes.counting(), { ...query, page })}#agencies` as Route;
  return (
    <Card className={sheet}>
      <SectionHeading id="agencies" aside={t('counting.agencies.order')}>
        {t('counting.agencies.title')}
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
export default async function CountingPage({ searchParams }: PageProps<'/review/counting'>) {
  const t = getT();
  const counting = await loadCounting(await searchParams);
  if (!counting) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { query, plans, periodCodes, ofPeriods, sum, years, lights } = counting;
  return (
    <>
      <PageHeader
        title={t('counting.title')}
        crumbs={[
          { label: t('site.home'), href: routes.home() },
          { label: t('review.title'), href: routes.review() },
          { label: t('counting.title') },
        ]}
        lead={t('counting.lead')}
        actions={
          <ButtonLink href={countingAddress(routes.openProblems(), { plan: query.plan })} variant="secondary">
            {t('counting.problems.title')}
          </ButtonLink>
        }
      />
      <div className="grid gap-6">
        <CountingFilter page={routes.counting()} query={query} plans={plans} periodCodes={periodCodes} />
        <Card className={sheet}>
          <SectionHeading>{t('counting.periods.title')}</SectionHeading>
          <div className="mb-5 max-w-text text-sm text-muted">
            <p>{t('counting.rule.rate')}</p>
            <p>{t('counting.rule.outcomes')}</p>
          </div>
          <PeriodCountsTable rows={ofPeriods} sum={sum} query={query} />
          {ofPeriods.length > 0 && (
            <div className="mt-6">
              <RateChart rows={ofPeriods} />
            </div>
          )}
        </Card>
        <Agencies counting={counting} />
        <Card className={sheet}>
          <SectionHeading>{t('counting.years.title')}</SectionHeading>
          <YearTable rows={years} />
        </Card>
        <Card className={sheet}>
          <SectionHeading>{t('counting.lights.title')}</SectionHeading>
          <p className="mb-4 max-w-text text-sm text-muted">{t('counting.lights.hint')}</p>
          <LightTable rows={lights} plan={query.plan} />
        </Card>
      </div>
    </>
  );
}
