import { addDays, type CivilDate, civilDate, weekdayOf } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, periodAt } from '@/lib/domain/calendar/period';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { useT } from '@/lib/text/use-division-t';

type Days = ReadonlyMap<CivilDate, CalendarDay>;

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const weekdays = ['1', '2', '3', '4', '5', '6', '0'] as const;

/** The weeks of a month from Monday to Sunday; null for a place before its first day or after its last. */
function weeksOf(first: CivilDate): (CivilDate | null)[][] {
  const last = lastDayOf(periodAt('monthly', first));
  const start = addDays(first, -((weekdayOf(first) + 6) % 7));
  const weeks: (CivilDate | null)[][] = [];
  for (let monday = start; monday <= last; monday = addDays(monday, 7)) {
    const week = weekdays.map((_, index) => addDays(monday, index));
    weeks.push(week.map((date) => (date < first || date > last ? null : date)));
  }
  return weeks;
}

const marks = {
  statutory_holiday: { className: 'rounded-full bg-success-soft font-semibold text-success', word: 'off' },
  makeup_workday: { className: 'border border-warning bg-warning-soft font-semibold text-warning', word: 'worked' },
} as const;

function Day({ date, arranged }: { date: CivilDate; arranged: CalendarDay | undefined }) {
  const t = useT();
  const number = Number(date.slice(8));
  if (!arranged) {
    const isWeekend = weekdayOf(date) === 0 || weekdayOf(date) === 6;
    return <span className={isWeekend ? 'text-muted' : ''}>{number}</span>;
  }
  const { className, word } = marks[arranged.kind];
  return (
    <span title={arranged.name} className={`inline-grid min-w-8 px-0.5 leading-tight ${className}`}>
      {number}
      <span className="text-xs">{t(`workCalendar.months.${word}`)}</span>
    </span>
  );
}

/** A month as a small table: days off and make-up days by colour, shape and word. */
function MonthGrid({ year, month, days }: { year: number; month: number; days: Days }) {
  const t = useT();
  const first = civilDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return (
    <table className="w-full break-inside-avoid table-fixed text-center text-sm tabular-nums">
      <caption className="mb-1 text-left font-semibold">{t('workCalendar.months.month', { month })}</caption>
      <thead>
        <tr className="text-xs text-muted">
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" className="font-normal">
              {t(`workCalendar.months.weekdays.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.join()}>
            {week.map((date, index) => (
              <td key={weekdays[index]} className="h-9 p-0 align-middle">
                {date && <Day date={date} arranged={days.get(date)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type YearMonthsProps = { year: number; days: readonly CalendarDay[] };

/** The twelve months of a year, with what the marks mean; on a phone the list of days stands in their place. */
export function YearMonths({ year, days }: YearMonthsProps) {
  const t = useT();
  const byDate = new Map(days.map((day) => [day.date, day]));
  return (
    <div className="hidden gap-4 md:grid print:grid">
      <p className="flex flex-wrap gap-x-6 text-sm text-muted">
        <span>
          <span className={`mr-1 px-1 ${marks.statutory_holiday.className}`}>{t('workCalendar.months.off')}</span>
          {t('workCalendar.months.offWords')}
        </span>
        <span>
          <span className={`mr-1 px-1 ${marks.makeup_workday.className}`}>{t('workCalendar.months.worked')}</span>
          {t('workCalendar.months.workedWords')}
        </span>
        <span>{t('workCalendar.months.weekendWords')}</span>
      </p>
      <div className="grid grid-cols-3 gap-x-8 gap-y-6 lg:grid-cols-4 print:grid-cols-3">
        {months.map((month) => (
          <MonthGrid key={month} year={year} month={month} days={byDate} />
        ))}
      </div>
    </div>
  );
}
