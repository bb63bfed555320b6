import { type Column, DataTable } from '@/components/ui/data-table';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { PlanEvent } from '@/lib/plans/history/data';
import { formatInstant } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { eventLines, eventName } from './event-words';

/** The record of a plan, the latest event first. */
export function EventTable({ events, rhythm }: { events: readonly PlanEvent[]; rhythm: Rhythm }) {
  const t = useT();
  const columns: Column<PlanEvent>[] = [
    { key: 'at', header: t('plans.history.at'), tight: true, cell: ({ at }) => formatInstant(at) },
    { key: 'what', header: t('plans.history.what'), isRowHeader: true, cell: ({ name }) => eventName(t, name) },
    {
      key: 'details',
      header: t('plans.history.details'),
      cell: (event) => (
        <ul>
          {eventLines(t, event, rhythm).map((line) => (
            <li key={line} className="whitespace-pre-line">
              {line}
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'by', header: t('plans.history.by'), tight: true, cell: ({ by }) => by || t('plans.history.system') },
  ];
  return (
    <DataTable
      caption={t('plans.history.caption')}
      captionHidden
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      empty={t('plans.history.none')}
    />
  );
}
