import type { Metadata } from 'next';
import { ConfirmForm } from '@/components/calendar/years/confirm-form';
import { CorrectForm } from '@/components/calendar/years/correct-form';
import { DayTable } from '@/components/calendar/years/day-table';
import { YearMonths } from '@/components/calendar/years/month-grid';
import { PendingMoves } from '@/components/calendar/years/pending-moves';
import { YearHistory } from '@/components/calendar/years/year-history';
import { confirmedWords, YearState } from '@/components/calendar/years/year-table';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { SectionHeading } from '@/components/ui/section-heading';
import { type CalendarYearPage, loadCalendarYear } from '@/lib/plans/deadlines/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export async function generateMetadata({ params }: PageProps<'/calendar/[year]'>): Promise<Metadata> {
  const t = getT();
  return { title: t('workCalendar.year.title', { year: (await params).year }) };
}

/** The forms of a coordinator: the text of the arrangement, and a single day. */
function YearForms({ year }: Pick<CalendarYearPage, 'year'>) {
  const t = getT();
  return (
    <>
      <Card className="no-print">
        <ConfirmForm year={year.year} version={year.version} confirmed={year.confirmed} />
      </Card>
      <Card className="no-print">
        <details>
          <summary className="cursor-pointer text-lg font-bold">{t('workCalendar.correct.title')}</summary>
          <div className="mt-4">
            <CorrectForm year={year.year} version={year.version} />
          </div>
        </details>
      </Card>
    </>
  );
}

/**
 * `/calendar/2027`: a year of the working-day calendar with its months, its days and their sources; 404 for everyone but
 * the division and the leader, and for a year that the calendar does not have.
 */
export default async function CalendarYearPageOf({ params }: PageProps<'/calendar/[year]'>) {
  const t = getT();
  const { year, days, events, moves, mayChange } = await loadCalendarYear((await params).year);
  const title = t('workCalendar.year.title', { year: String(year.year) });
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('review.desk'), href: routes.review() },
          { label: t('workCalendar.title'), href: routes.calendar() },
          { label: title },
        ]}
        lead={
          <>
            <YearState confirmed={year.confirmed} /> {confirmedWords(t, year)}
            <span className="block">{t('workCalendar.year.source', { source: year.source })}</span>
          </>
        }
        actions={<PrintButton label={t('workCalendar.year.print')} />}
      />
      <div className="grid gap-6">
        {mayChange && <YearForms year={year} />}
        {(moves.length > 0 || mayChange) && (
          <div className="no-print">
            <PendingMoves moves={moves} mayChange={mayChange} page={String(year.year)} />
          </div>
        )}
        <Card className="hidden md:block print:block">
          <YearMonths year={year.year} days={days} />
        </Card>
        <Card>
          <SectionHeading>{t('workCalendar.days.title', { count: days.length })}</SectionHeading>
          <DayTable year={year.year} caption={t('workCalendar.days.title', { count: days.length })} days={days} />
        </Card>
        <YearHistory events={events} text={year.text} />
      </div>
    </>
  );
}
