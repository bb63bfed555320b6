'use client';

import { FormProblem } from '@/components/filing/form-problem';
import { useFormAction } from '@/components/filing/use-form-action';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/messages/translator';
import type { SubscriptionChange } from '@/lib/schemas/calendar-subscription';
import { changeCalendarSubscriptionAction } from '@/lib/subscriptions/actions';

type SubscriptionFormProps = { change: SubscriptionChange; variant?: ButtonVariant };

/** A form with one button that creates, renews or switches off the address, and shows a failure. */
export function SubscriptionForm({ change, variant }: SubscriptionFormProps) {
  const { state, action, onSubmit } = useFormAction(changeCalendarSubscriptionAction);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      <input type="hidden" name="change" value={change} />
      <SubmitButton variant={variant}>{t(`standing.subscription.${change}`)}</SubmitButton>
    </form>
  );
}
