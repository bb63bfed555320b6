'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeCalendarSubscriptionAction } from '@/lib/calendar/feed/actions';
import type { SubscriptionChange } from '@/lib/schemas/calendar-subscription';
import { useT } from '@/lib/text/use-t';

type SubscriptionFormProps = { change: SubscriptionChange; variant?: ButtonVariant };

/** A form with one button that creates, renews or switches off the address, and shows a failure. */
export function SubscriptionForm({ change, variant }: SubscriptionFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(changeCalendarSubscriptionAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      <input type="hidden" name="change" value={change} />
      <SubmitButton variant={variant}>{t(`calendar.subscription.${change}`)}</SubmitButton>
    </form>
  );
}
