import { DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import { addDays, type CivilDate } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { formatDateWithWeekday, formatDayOfMonth } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

/** Without a source in a preview, where all days are from the text above. */
export type ListedDay = CalendarDay & { source?: string; origin?: 'library' | 'people' };

/** Days that follow each other with the same name and source, as a holiday's. */
type DayRun = ListedDay & { last: CivilDate };

function runsOf(days: readonly ListedDay[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    const isNext = run && addDays(run.last, 1) === day.date && sameFacts.every((fact) => run[fact] === day[fact]);
    if (isNext) run.last = day.date;
    else runs.push({ ...day, last: day.date });
  }
  return runs;
}

const sameFacts = ['kind', 'name', 'source', 'origin'] as const;

type DayTableProps = { year: number; caption: string; days: readonly ListedDay[] };

/** The days off and the make-up days of a year in order, with the source of each. */
export function DayTable({ year, caption, days }: DayTableProps) {
  const t = useT();
  const dayWords = (date: CivilDate) =>
    Number(date.slice(0, 4)) === year ? formatDayOfMonth(date) : formatDateWithWeekday(date);
  const withSource = days.some(({ source }) => source !== undefined);
  return (
    <DataTable<DayRun>
      caption={caption}
      captionHidden
      isNarrow={!withSource}
      rows={runsOf(days)}
      rowKey={({ date }) => date}
      empty={t('workCalendar.days.none')}
      columns={[
        {
          key: 'date',
          header: t('workCalendar.days.date'),
          isRowHeader: true,
          tight: true,
          cell: ({ date, last }) =>
            date === last
              ? dayWords(date)
              : t('workCalendar.days.run', { first: dayWords(date), last: dayWords(last) }),
        },
        {
          key: 'kind',
          header: t('workCalendar.days.kind'),
          tight: true,
          cell: ({ kind }) => (
            <Light tone={kind === 'statutory_holiday' ? 'green' : 'yellow'}>
              {t(`workCalendar.days.kinds.${kind}`)}
            </Light>
          ),
        },
        { key: 'name', header: t('workCalendar.days.name'), cell: ({ name }) => name },
        ...(withSource
          ? [
              {
                key: 'source',
                header: t('workCalendar.days.source'),
                cell: ({ source = '', origin }: ListedDay) => (
                  <span className="text-sm text-muted">
                    {origin === 'people' ? t('workCalendar.days.byPeople', { source }) : source}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
