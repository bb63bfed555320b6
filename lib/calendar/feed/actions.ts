'use server';
import { calendarSubscriptionSchema } from '@/lib/schemas/calendar-subscription';
import { formAction, reload } from '@/lib/server/forms/action';
import { changeCalendarSubscription } from './mutations';

/** Creates, renews or switches off the secret address of one's own calendar. */
export const changeCalendarSubscriptionAction = formAction(
  calendarSubscriptionSchema,
  ({ change }, { actor, address }) => changeCalendarSubscription(actor, change, address),
  { done: reload },
);
