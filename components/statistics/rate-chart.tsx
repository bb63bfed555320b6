import { type Rhythm, yearOf } from '@/lib/domain/calendar/period';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import type { PeriodCounts } from '@/lib/statistics/data';
import { formatPeriod, formatPeriodWithinYear } from '@/lib/text/format';
import { rateWords } from '@/lib/text/rate-words';
import { rhythmWords } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { type Bars, chartColours, drawBars } from './chart-drawing';

const parts: readonly (Timeliness | 'missing')[] = ['on_time', 'extended', 'late', 'missing'];

/** As many periods as fit side by side on a phone. */
const fewest = 4;

function barsOf(t: Translate, rows: readonly PeriodCounts[]): Bars {
  return {
    names: rows.map((row) => {
      const year = t('statistics.years.name', { year: String(yearOf(row.periodCode)) });
      return [year, formatPeriodWithinYear(row.periodCode), rateWords(t, row)].join('\n');
    }),
    parts: parts.map((part) => ({
      name: t(`statistics.columns.${part}`),
      colour: chartColours[part],
      counts: rows.map((row) => row[part]),
    })),
  };
}

const addressOf = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** The trend over the periods as a picture drawn by the server; the table beside it has the same numbers. */
export function RateChart({ rows, rhythm }: { rows: readonly PeriodCounts[]; rhythm: Rhythm }) {
  const t = useT();
  const shown = rows.slice(-12);
  const said = shown.map((row) =>
    t('statistics.chart.period', {
      period: formatPeriod(row.periodCode),
      rate: rateWords(t, row),
      onTime: row.on_time,
      extended: row.extended,
      late: row.late,
      missing: row.missing,
    }),
  );
  const [wide, narrow] = [
    drawBars(barsOf(t, shown), { width: 1040, height: 320 }),
    drawBars(barsOf(t, shown.slice(-fewest)), { width: 330, height: 340 }),
  ];
  return (
    <picture>
      <source media="(max-width: 47.99rem)" srcSet={addressOf(narrow)} width={330} height={340} />
      <img
        src={addressOf(wide)}
        width={1040}
        height={320}
        alt={t('statistics.chart.label', { ...rhythmWords(t, rhythm), periods: said.join('') })}
        className="h-auto max-w-full"
      />
    </picture>
  );
}
