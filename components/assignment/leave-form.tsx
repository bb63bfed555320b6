'use client';

import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { DateField, SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { enterLeaveAction } from '@/lib/assignment/actions';
import type { Reviewer } from '@/lib/assignment/data';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';

type LeaveFormProps = { mayBeAway: readonly Reviewer[]; reviewers: readonly Reviewer[] };

const names = ['reviewerId', 'standInId', 'fromOn', 'untilOn'] as const;

/** Enters a leave: the absent reviewer, the days, and the stand-in. */
export function LeaveForm({ mayBeAway, reviewers }: LeaveFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(enterLeaveAction, nothingTyped);
  const round = useRound(state);
  const of = (name: (typeof names)[number]) => ({
    name,
    id: `leave-${name}`,
    label: t(`assignment.leave.${name}`),
    defaultValue: typedIn(state)[name],
    error: fieldError(t, state, name),
    required: true,
  });
  const optionsOf = (accounts: readonly Reviewer[]) => accounts.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormProblem state={state} fields={names.map(of)} />
      <DoneLine state={state}>{t('assignment.leave.done')}</DoneLine>
      <div key={round} className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...of('reviewerId')}
          emptyOption={t('assignment.leave.choose')}
          options={optionsOf(mayBeAway)}
          defaultValue={typedIn(state).reviewerId ?? (mayBeAway.length === 1 ? mayBeAway[0]?.id : '')}
        />
        <SelectField
          {...of('standInId')}
          emptyOption={t('assignment.leave.choose')}
          options={optionsOf(reviewers)}
          defaultValue={typedIn(state).standInId ?? ''}
        />
        <DateField {...of('fromOn')} />
        <DateField {...of('untilOn')} />
      </div>
      <SubmitButton variant="secondary" className="justify-self-start">
        {t('assignment.leave.submit')}
      </SubmitButton>
    </form>
  );
}
