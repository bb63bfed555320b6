import type { Metadata } from 'next';
import { statisticsAddress } from '@/components/statistics/statistics-address';
import { StatisticsFilter } from '@/components/statistics/statistics-filter';
import { TaskList } from '@/components/statistics/task-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { routes } from '@/lib/routes';
import { loadReportedTasks } from '@/lib/statistics/loaders';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('statistics.tasks.title') };
}

/** The reported tasks, by progress light. 404 for everyone but the division and the leader. */
export default async function ReportedTasksPage({ searchParams }: PageProps<'/review/counting/tasks'>) {
  const t = getT();
  const found = await loadReportedTasks(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { query, plans, periodCodes, tasks, total, pageSize, asks } = found;
  return (
    <>
      <PageHeader
        title={t('statistics.tasks.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('statistics.title'), href: routes.statistics() },
          { label: t('statistics.tasks.title') },
        ]}
        lead={t('statistics.tasks.lead')}
      />
      <div className="grid gap-6">
        <StatisticsFilter
          page={routes.countedTasks()}
          query={query}
          plans={plans}
          periodCodes={periodCodes}
          rhythm={found.rhythm}
          searchLabel={t('statistics.tasks.search')}
          withLight={asks.light}
        />
        <Card className="grid gap-5">
          {tasks.length === 0 ? (
            <p className="text-muted">{t('statistics.tasks.empty')}</p>
          ) : (
            <TaskList tasks={tasks} withProblems={false} />
          )}
          <Pagination
            page={query.page}
            pageSize={pageSize}
            total={total}
            totalWords={t('statistics.tasks.total', { total })}
            addressOf={(page) => statisticsAddress(routes.countedTasks(), { ...query, page })}
          />
        </Card>
      </div>
    </>
  );
}
