'use server';
import { refresh } from 'next/cache';
import { resendSchema } from '@/lib/schemas/chasing';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';
import { resendDelivery } from './mutations';

const resendForm = formAction(
  resendSchema,
  ({ deliveryId }, { actor, address }) => resendDelivery(deliveryId, { actor, address }),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Sends messages again that failed or may not have arrived. */
export async function resendAction(previous: FormState, formData: FormData): Promise<FormState> {
  return resendForm(previous, formData);
}
