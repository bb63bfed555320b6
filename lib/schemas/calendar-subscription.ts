import { z } from 'zod';

/** What an officer does with the address of the own calendar: make it, make another in its place, switch it off. */
export const subscriptionChanges = ['subscribe', 'renew', 'unsubscribe'] as const;
export type SubscriptionChange = (typeof subscriptionChanges)[number];

export const calendarSubscriptionSchema = z.object({
  change: z.enum(subscriptionChanges, { error: 'not-valid' }),
});
