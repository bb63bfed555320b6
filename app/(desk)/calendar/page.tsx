import type { Metadata } from 'next';
import { AddYearForm } from '@/components/calendar/years/add-year-form';
import { PendingMoves } from '@/components/calendar/years/pending-moves';
import { YearTable } from '@/components/calendar/years/year-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { SectionHeading } from '@/components/ui/section-heading';
import { loadCalendarDesk } from '@/lib/plans/deadlines/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('workCalendar.title') };
}

/** `/calendar`: the years of the working-day calendar; 404 for everyone but the division and the leader. */
export default async function CalendarPage() {
  const t = getT();
  const { years, moves, mayChange, next } = await loadCalendarDesk();
  return (
    <>
      <PageHeader
        title={t('workCalendar.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('workCalendar.title') },
        ]}
        lead={t('workCalendar.lead')}
      />
      <div className="grid gap-6">
        {moves.length > 0 && <PendingMoves moves={moves} mayChange={mayChange} page="all" />}
        <Card className="grid gap-4">
          <SectionHeading>{t('workCalendar.years.title')}</SectionHeading>
          <YearTable years={years} />
          {next !== null && <AddYearForm year={next} />}
        </Card>
      </div>
    </>
  );
}
