'use client';

import { fieldError } from '@/components/forms/field-error';
import { KeptNotice } from '@/components/forms/kept-notice';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { typedIn } from '@/lib/schemas/form-state';
import { moveUnitAction, resetOrderAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-division-t';
import { SummaryProblem } from './summary-problem';

type OrderFormProps = { summaryId: string; orderVersion: number };

function OrderFields({ summaryId, orderVersion }: OrderFormProps) {
  return (
    <>
      <input type="hidden" name="summaryId" value={summaryId} />
      <input type="hidden" name="orderVersion" value={orderVersion} />
    </>
  );
}

/** Moves a unit to a position that may be on another page. */
export function PlaceForm({ count, ...order }: OrderFormProps & { count: number }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(moveUnitAction, {
    place: `summary-order/${order.summaryId}`,
  });
  const names = ['from', 'to'] as const;
  return (
    <form action={action} onSubmit={onSubmit} noValidate>
      <KeptNotice kept={kept} />
      <SummaryProblem
        state={state}
        part="order"
        fields={names.map((name) => ({ name, id: name, label: t(`summaries.order.${name}`) }))}
      />
      <OrderFields {...order} />
      <div className="flex flex-wrap items-end gap-4">
        {names.map((name) => (
          <div key={name} className="w-36">
            <TextField
              name={name}
              type="number"
              inputMode="numeric"
              min={1}
              max={count}
              label={t(`summaries.order.${name}`)}
              defaultValue={typedIn(state)[name]}
              error={fieldError(t, state, name)}
              required
            />
          </div>
        ))}
        <SubmitButton variant="secondary">{t('summaries.order.place')}</SubmitButton>
      </div>
    </form>
  );
}

/** Restores the order of the annex. */
export function ResetOrderForm(order: OrderFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(resetOrderAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <SummaryProblem state={state} part="order" />
      <OrderFields {...order} />
      <SubmitButton variant="secondary">{t('summaries.order.reset')}</SubmitButton>
    </form>
  );
}
