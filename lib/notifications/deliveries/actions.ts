'use server';
import { resendSchema } from '@/lib/schemas/chasing';
import { formAction, reload } from '@/lib/server/forms/action';
import { resendDelivery } from './mutations';

/** Sends messages again that failed or may not have arrived. */
export const resendAction = formAction(resendSchema, ({ deliveryId }, context) => resendDelivery(deliveryId, context), {
  done: reload,
});
