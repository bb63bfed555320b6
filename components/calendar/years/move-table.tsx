import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { CalendarMove } from '@/lib/domain/deadline/calendar-move';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type MoveTableProps<Move extends CalendarMove> = {
  moves: readonly Move[];
  /** The box with which a move is chosen, where it can be. */
  choice?: (move: Move) => ReactNode;
};

function Notes({ move }: { move: CalendarMove }) {
  const t = useT();
  const notes = [
    t('workCalendar.moves.reports', { count: move.reports }),
    move.extended > 0 && t('workCalendar.moves.extended', { count: move.extended }),
    move.setByHand && t('workCalendar.moves.setByHand'),
    move.isPast && t('workCalendar.moves.isPast'),
  ].filter((words) => typeof words === 'string');
  return (
    <ul className="text-sm">
      {notes.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** The deadlines that the calendar moves: before, after, and whom it concerns. */
export function MoveTable<Move extends CalendarMove>({ moves, choice }: MoveTableProps<Move>) {
  const t = useT();
  return (
    <DataTable<Move>
      caption={t('workCalendar.moves.caption')}
      captionHidden
      rows={moves}
      rowKey={({ periodId }) => periodId}
      columns={[
        ...(choice ? [{ key: 'choice', header: t('workCalendar.moves.choice'), tight: true, cell: choice }] : []),
        {
          key: 'period',
          header: t('workCalendar.moves.period'),
          isRowHeader: true,
          cell: ({ planTitle, periodCode }) => (
            <>
              {formatPeriod(periodCode)}
              <span className="block text-sm font-normal text-muted">{planTitle}</span>
            </>
          ),
        },
        {
          key: 'before',
          header: t('workCalendar.moves.before'),
          cell: ({ before }) => namedDeadlineWords(t, before),
        },
        {
          key: 'after',
          header: t('workCalendar.moves.after'),
          cell: ({ after }) => <strong>{namedDeadlineWords(t, after)}</strong>,
        },
        { key: 'notes', header: t('workCalendar.moves.notes'), cell: (move) => <Notes move={move} /> },
      ]}
    />
  );
}
