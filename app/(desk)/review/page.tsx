import type { Metadata } from 'next';
import { CalendarTaskNotice } from '@/components/calendar/years/calendar-task-notice';
import { FirstDaySteps } from '@/components/first-day/first-day-steps';
import { AgencyGrid } from '@/components/review/list/agency-grid';
import { ChaseChoice } from '@/components/review/list/chase-choice';
import { Elsewhere } from '@/components/review/list/elsewhere';
import { FilterForm } from '@/components/review/list/filter-form';
import { LiveOverview } from '@/components/review/list/live-overview';
import { PeriodDeadline } from '@/components/review/list/period-deadline';
import { ReportTable } from '@/components/review/list/report-table';
import { reviewAddress } from '@/components/review/list/review-address';
import { StatusCounts } from '@/components/review/list/status-counts';
import { ViewSwitch } from '@/components/review/list/view-switch';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { loadFirstDay } from '@/lib/first-day/loaders';
import { loadCalendarTask } from '@/lib/plans/deadlines/loaders';
import { loadReviewDesk, loadReviewRhythm, type ReviewDesk } from '@/lib/review/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { rhythmWords } from '@/lib/text/rhythm-words';

export async function generateMetadata({ searchParams }: PageProps<'/review'>): Promise<Metadata> {
  const t = getT();
  return { title: t('review.title', rhythmWords(t, await loadReviewRhythm(await searchParams))) };
}

/** A division without an issued plan: its coordinator is led to one. */
async function NoPlanYet() {
  const t = getT();
  const firstDay = await loadFirstDay();
  if (!firstDay) return <EmptyState title={t('review.noPlans')}>{t('review.noPlansHint')}</EmptyState>;
  return (
    <>
      <PageHeader title={t('firstDay.title')} crumbs={[{ label: t('layout.home'), href: routes.home() }]} />
      <FirstDaySteps firstDay={firstDay} />
    </>
  );
}

const listId = 'reports';

function DeskHeader({
  pendingExtensions,
  waitingPublications,
  rhythm,
}: Pick<ReviewDesk, 'pendingExtensions' | 'waitingPublications' | 'rhythm'>) {
  const t = getT();
  const title = t('review.title', rhythmWords(t, rhythm));
  return (
    <PageHeader
      title={title}
      crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: title }]}
      lead={t('review.lead')}
      actions={
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={routes.extensions()} variant={pendingExtensions > 0 ? 'primary' : 'secondary'}>
            {t('review.extension.list', { count: pendingExtensions })}
          </ButtonLink>
          {waitingPublications > 0 && (
            <ButtonLink href={routes.publications()}>
              {t('publication.toCheck', { count: waitingPublications })}
            </ButtonLink>
          )}
        </div>
      }
    />
  );
}

function Reports({ desk }: { desk: ReviewDesk }) {
  const t = getT();
  const { list, grid, query, pageSize, counts } = desk;
  const pages = {
    page: query.page,
    pageSize,
    addressOf: (page: number) => reviewAddress({ ...query, page }),
  };
  return (
    <Card className="grid gap-4 max-md:border-0 max-md:bg-transparent max-md:p-0 max-md:shadow-none">
      {list && (
        <>
          <ReportTable
            reports={list.rows}
            rhythm={desk.rhythm}
            withPeriod={query.quarter === 'all'}
            query={query}
            {...desk.may}
          />
          {desk.may.mayReview && query.quarter !== 'all' && counts.unfiled + counts.returned > 0 && (
            <ChaseChoice query={query} />
          )}
          <Pagination {...pages} total={list.total} totalWords={t('review.pages.reports', { total: list.total })} />
        </>
      )}
      {grid && (
        <>
          <AgencyGrid agencies={grid.agencies} periodCodes={desk.periods.map(({ code }) => code)} />
          <Pagination {...pages} total={grid.total} totalWords={t('review.pages.agencies', { total: grid.total })} />
        </>
      )}
    </Card>
  );
}

/**
 * The desk of the Science and Technology Division: the status of every report. 404 for everyone but the division and
 * the leader.
 */
export default async function ReviewPage({ searchParams }: PageProps<'/review'>) {
  const t = getT();
  const [desk, calendarTask] = await Promise.all([loadReviewDesk(await searchParams), loadCalendarTask()]);
  if (!desk) return <NoPlanYet />;
  const { query, counts, period } = desk;
  return (
    <>
      <CalendarTaskNotice task={calendarTask} />
      <DeskHeader {...desk} />
      <div className="grid gap-6">
        {period && <PeriodDeadline period={period} unfiled={query.quarter === 'all' ? null : counts.unfiled} />}
        <LiveOverview listId={listId} turn={desk.turn} />
        <Elsewhere query={query} rhythm={desk.rhythm} counts={desk.elsewhere} />
        <StatusCounts query={query} counts={counts} />
        <ViewSwitch query={query} />
        <FilterForm
          query={query}
          plans={desk.plans}
          rhythm={desk.rhythm}
          periodCodes={desk.periods.map(({ code }) => code)}
          agencyName={desk.agencyName}
        />
        <section id={listId} tabIndex={-1} aria-label={t('review.updates.list')}>
          <Reports desk={desk} />
        </section>
      </div>
    </>
  );
}
