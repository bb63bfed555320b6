'use server';
import { refresh } from 'next/cache';
import { calendarSubscriptionSchema } from '@/lib/schemas/calendar-subscription';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';
import { changeCalendarSubscription } from './mutations';

const changeCalendarSubscriptionForm = formAction(
  calendarSubscriptionSchema,
  ({ change }, { actor, address }) => changeCalendarSubscription(actor, change, address),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Creates, renews or switches off the secret address of one's own calendar. */
export async function changeCalendarSubscriptionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return changeCalendarSubscriptionForm(previous, formData);
}
