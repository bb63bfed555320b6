import { z } from 'zod';

/** Changes of the address of an officer's own calendar: create it, replace it, switch it off. */
const subscriptionChanges = ['subscribe', 'renew', 'unsubscribe'] as const;
export type SubscriptionChange = (typeof subscriptionChanges)[number];

export const calendarSubscriptionSchema = z.object({
  change: z.enum(subscriptionChanges, { error: 'not-valid' }),
});
