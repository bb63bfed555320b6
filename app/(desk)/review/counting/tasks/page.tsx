import type { Metadata } from 'next';
import { countingAddress } from '@/components/statistics/counting-address';
import { CountingFilter } from '@/components/statistics/counting-filter';
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
  return { title: t('counting.tasks.title') };
}

/** The reported tasks, by progress light. 404 for everyone but the division and the leader. */
export default async function ReportedTasksPage({ searchParams }: PageProps<'/review/counting/tasks'>) {
  const t = getT();
  const found = await loadReportedTasks(await searchParams);
  if (!found) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  const { query, plans, periodCodes, tasks, total, pageSize } = found;
  return (
    <>
      <PageHeader
        title={t('counting.tasks.title')}
        crumbs={[
          { label: t('site.home'), href: routes.home() },
          { label: t('review.title'), href: routes.review() },
          { label: t('counting.title'), href: routes.counting() },
          { label: t('counting.tasks.title') },
        ]}
        lead={t('counting.tasks.lead')}
      />
      <div className="grid gap-6">
        <CountingFilter
          page={routes.countedTasks()}
          query={query}
          plans={plans}
          periodCodes={periodCodes}
          searchLabel={t('counting.tasks.search')}
          withLight
        />
        <Card className="grid gap-5">
          {tasks.length === 0 ? (
            <p className="text-muted">{t('counting.tasks.empty')}</p>
          ) : (
            <TaskList tasks={tasks} withProblems={false} />
          )}
          <Pagination
            page={query.page}
            pageSize={pageSize}
            total={total}
            totalWords={t('counting.tasks.total', { total })}
            addressOf={(page) => countingAddress(routes.countedTasks(), { ...query, page })}
          />
        </Card>
      </div>
    </>
  );
}
