import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { PendingMove } from '@/lib/plans/deadlines/loaders';
import { useT } from '@/lib/text/use-division-t';
import { MoveForm } from './move-form';
import { MoveTable } from './move-table';

type PendingMovesProps = { moves: readonly PendingMove[]; mayChange: boolean; page: string };

/** The deadlines that the calendar gives otherwise than they stand, with the press that moves them. */
export function PendingMoves({ moves, mayChange, page }: PendingMovesProps) {
  const t = useT();
  if (moves.length === 0 && !mayChange) return null;
  return (
    <Card>
      <SectionHeading id="moves-title">{t('workCalendar.moves.title', { count: moves.length })}</SectionHeading>
      <p className="mb-4 max-w-text text-muted">
        {t(moves.length > 0 ? 'workCalendar.moves.lead' : 'workCalendar.moves.none')}
      </p>
      {mayChange ? <MoveForm moves={moves} page={page} /> : <MoveTable moves={moves} />}
    </Card>
  );
}
