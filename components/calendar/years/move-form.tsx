'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { SubmitButton } from '@/components/ui/submit-button';
import { moveByCalendarAction } from '@/lib/plans/deadlines/actions';
import type { PendingMove } from '@/lib/plans/deadlines/loaders';
import { isTicked, typedIn } from '@/lib/schemas/form-state';
import { calendarReasonLimit } from '@/lib/schemas/text-bounds';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { MoveTable } from './move-table';

const chosenAs = ({ periodId, after }: PendingMove) => `${periodId}/${after.dueOn}`;

const isMovable = ({ mayMove, isPast }: PendingMove) => mayMove && !isPast;

/** Moves the chosen deadlines to what the calendar gives, with a reason that the agencies are told. */
export function MoveForm({ moves, page }: { moves: readonly PendingMove[]; page: string }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(moveByCalendarAction, { place: `calendar/moves/${page}` });
  const nothing = fieldError(t, state, 'moves');
  const reason = { name: 'reason', id: 'move-reason', label: t('workCalendar.moves.reason') };
  const choice = (move: PendingMove) =>
    isMovable(move) ? (
      <input
        type="checkbox"
        name="moves"
        value={chosenAs(move)}
        defaultChecked={isTicked(state, { name: 'moves', value: chosenAs(move) }, !move.setByHand)}
        aria-label={t('workCalendar.moves.choose', { period: formatPeriod(move.periodCode), plan: move.planTitle })}
        className="size-5 accent-accent"
      />
    ) : (
      !move.mayMove && (
        <span className="text-sm text-muted">{t('workCalendar.moves.ofOffice', { office: move.office })}</span>
      )
    );
  const mayMove = moves.some(isMovable);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <KeptNotice kept={kept} />
      <FormProblem
        state={state}
        fields={[{ name: 'moves', id: 'moves', label: t('workCalendar.moves.choice') }, reason]}
      />
      <DoneLine state={state}>{t('workCalendar.moves.done')}</DoneLine>
      {moves.length > 0 && (
        <div id="moves" tabIndex={-1}>
          {nothing && <FieldError id="moves">{nothing}</FieldError>}
          <MoveTable moves={moves} choice={choice} />
        </div>
      )}
      {mayMove && (
        <>
          <div className="max-w-text">
            <TextField
              {...reason}
              hint={t('workCalendar.moves.reasonHint')}
              error={fieldError(t, state, 'reason')}
              maxLength={calendarReasonLimit}
              defaultValue={typedIn(state).reason}
              required
            />
          </div>
          <SubmitButton className="justify-self-start">{t('workCalendar.moves.submit')}</SubmitButton>
        </>
      )}
    </form>
  );
}
