import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { YearEvent } from '@/lib/calendar/data';
import { formatDateWithWeekday, formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type YearHistoryProps = { events: readonly YearEvent[]; text: string };

/** The acts of people on a year, the latest first, and the text from which it was confirmed. */
export function YearHistory({ events, text }: YearHistoryProps) {
  const t = useT();
  if (events.length === 0) return null;
  return (
    <Card>
      <SectionHeading>{t('workCalendar.history.title')}</SectionHeading>
      <ol className="grid gap-3">
        {events.map(({ id, at, name, by, detail: { date, source, reason } }) => (
          <li key={id} className="grid gap-0.5 border-l-2 border-accent-line pl-3 text-sm">
            <strong className="text-base font-semibold">
              {t(`workCalendar.history.names.${name}`)}
              {date && `：${formatDateWithWeekday(date)}`}
            </strong>
            <span className="text-muted">
              {formatInstant(at)} {by}
            </span>
            {source && <span>{t('workCalendar.history.source', { source })}</span>}
            {reason && <span>{t('workCalendar.history.reason', { reason })}</span>}
          </li>
        ))}
      </ol>
      {text && (
        <details className="mt-4">
          <summary className="cursor-pointer font-medium">{t('workCalendar.history.text')}</summary>
          <p className="mt-2 max-w-text whitespace-pre-wrap text-sm">{text}</p>
        </details>
      )}
    </Card>
  );
}
