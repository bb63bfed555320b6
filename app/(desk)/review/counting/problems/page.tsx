import type { Metadata } from 'next';
import { statisticsAddress } from '@/components/statistics/statistics-address';
import { StatisticsFilter } from '@/components/statistics/statistics-filter';
import { TaskList } from '@/components/statistics/task-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { routes } from '@/lib/routes';
import { loadOpenProblems } from '@/lib/statistics/loaders';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('statistics.problems.title') };
}

/**
 * Problems that agencies named in their filed reports, with a search. 404 for everyone but the division and the leader.
 */
export default async function OpenProblemsPage({ searchParams }: PageProps<'/review/counting/problems'>) {
  const t = getT();
  const found = await loadOpenProblems(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { query, plans, periodCodes, tasks, total, pageSize } = found;
  return (
    <>
      <PageHeader
        title={t('statistics.problems.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('statistics.title'), href: routes.statistics() },
          { label: t('statistics.problems.title') },
        ]}
        lead={t('statistics.problems.lead')}
      />
      <div className="grid gap-6">
        <StatisticsFilter
          page={routes.openProblems()}
          query={query}
          plans={plans}
          periodCodes={periodCodes}
          rhythm={found.rhythm}
          searchLabel={t('statistics.problems.search')}
        />
        <Card className="grid gap-5">
          {tasks.length === 0 ? (
            <p className="text-muted">{t('statistics.problems.empty')}</p>
          ) : (
            <TaskList tasks={tasks} withProblems={true} />
          )}
          <Pagination
            page={query.page}
            pageSize={pageSize}
            total={total}
            totalWords={t('statistics.problems.total', { total })}
            addressOf={(page) => statisticsAddress(routes.openProblems(), { ...query, page })}
          />
        </Card>
      </div>
    </>
  );
}
