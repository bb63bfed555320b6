import { DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import type { ListedYear } from '@/lib/calendar/data';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-division-t';

/** The person who confirmed a year, with the time, or the library where nobody had to. */
export function confirmedWords(t: Translate, { confirmed, confirmedAt, confirmedBy }: ListedYear): string {
  if (confirmedAt)
    return t('workCalendar.years.byPerson', { at: formatInstant(confirmedAt), name: confirmedBy?.displayName ?? '' });
  return confirmed ? t('workCalendar.years.byLibrary') : t('workCalendar.years.byNobody');
}

/** Whether the arrangement of a year is confirmed, by colour, shape and word. */
export function YearState({ confirmed }: Pick<ListedYear, 'confirmed'>) {
  const t = useT();
  return (
    <Light tone={confirmed ? 'green' : 'yellow'}>
      {t(confirmed ? 'workCalendar.years.confirmed' : 'workCalendar.years.provisional')}
    </Light>
  );
}

/** The years of the calendar, the latest first. */
export function YearTable({ years }: { years: readonly ListedYear[] }) {
  const t = useT();
  return (
    <DataTable<ListedYear>
      caption={t('workCalendar.years.caption')}
      captionHidden
      rows={years}
      rowKey={({ year }) => String(year)}
      empty={t('workCalendar.years.none')}
      columns={[
        {
          key: 'year',
          header: t('workCalendar.years.year'),
          isRowHeader: true,
          tight: true,
          cell: ({ year }) => (
            <a href={routes.calendarYear(year)} className="link">
              {t('workCalendar.years.name', { year: String(year) })}
            </a>
          ),
        },
        {
          key: 'state',
          header: t('workCalendar.years.state'),
          tight: true,
          cell: (year) => <YearState confirmed={year.confirmed} />,
        },
        { key: 'source', header: t('workCalendar.years.source'), cell: ({ source }) => source },
        { key: 'by', header: t('workCalendar.years.by'), cell: (year) => confirmedWords(t, year) },
      ]}
    />
  );
}
