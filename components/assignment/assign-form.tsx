'use client';

import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { DataTable } from '@/components/ui/data-table';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TickAll } from '@/components/ui/tick-all';
import { assignAgenciesAction } from '@/lib/assignment/actions';
import type { AssignedAgency, Reviewer } from '@/lib/assignment/data';
import { nobody } from '@/lib/schemas/assignment';
import { isTicked, typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';

type AssignFormProps = {
  plan: string;
  agencies: readonly AssignedAgency[];
  reviewers: readonly Reviewer[];
  mayAssign: boolean;
};

/** The agencies of a plan with their reviewers; ticked ones can be assigned to another reviewer. */
export function AssignForm({ plan, agencies, reviewers, mayAssign }: AssignFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(assignAgenciesAction, nothingTyped);
  // Ticks that were assigned are cleared, so that the next ones are not assigned together with them.
  const round = useRound(state);
  const nameOf = (id: string | null) =>
    reviewers.find((reviewer) => reviewer.id === id)?.name ?? t('assignment.nobody');
  const table = (
    <DataTable
      caption={t('assignment.agencies')}
      captionHidden
      rows={agencies}
      rowKey={({ id }) => id}
      empty={t('assignment.empty')}
      columns={[
        {
          key: 'agency',
          header: t('review.list.agency'),
          isRowHeader: true,
          cell: ({ id, name }) =>
            mayAssign ? (
              <label className="-my-1.5 flex min-h-9 items-center gap-2.5">
                <input
                  type="checkbox"
                  name="agencyIds"
                  value={id}
                  defaultChecked={isTicked(state, { name: 'agencyIds', value: id }, false)}
                  className="size-5 shrink-0 accent-accent"
                />
                {name}
              </label>
            ) : (
              name
            ),
        },
        { key: 'reviewer', header: t('assignment.reviewer'), cell: ({ reviewerId }) => nameOf(reviewerId) },
      ]}
    />
  );
  if (!mayAssign) return table;
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormProblem
        state={state}
        fields={[
          { name: 'agencyIds', id: 'agencies', label: t('assignment.agencies') },
          { name: 'reviewerId', id: 'reviewerId', label: t('assignment.giveTo') },
        ]}
      />
      <input type="hidden" name="plan" value={plan} />
      <DoneLine state={state}>{t('assignment.done')}</DoneLine>
      <div key={round} id="agencies" tabIndex={-1} className="grid gap-2">
        {agencies.length > 1 && <TickAll boxes='[name="agencyIds"]' />}
        {table}
      </div>
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-full sm:w-72">
          <SelectField
            label={t('assignment.giveTo')}
            name="reviewerId"
            className="h-12"
            emptyOption={t('assignment.leave.choose')}
            required
            options={[
              ...reviewers.map(({ id, name, agencies: count }) => ({
                value: id,
                label: t('assignment.reviewerWithCount', { name, count }),
              })),
              { value: nobody, label: t('assignment.takeBack') },
            ]}
            defaultValue={typedIn(state).reviewerId ?? ''}
            error={fieldError(t, state, 'reviewerId')}
          />
        </div>
        <SubmitButton className="h-12">{t('assignment.submit')}</SubmitButton>
      </div>
    </form>
  );
}
