'use server';
import { refresh } from 'next/cache';
import type { FormState } from '@/lib/schemas/form-state';
import { markReadSchema } from '@/lib/schemas/inbox';
import { formAction } from '@/lib/server/forms/action';
import { markRead } from './mutations';

const markReadForm = formAction(
  markReadSchema,
  ({ messageId }, { actor, now }) => markRead(actor, messageId, now),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Marks one of the account's own messages as read, or all of them. */
export async function markReadAction(previous: FormState, formData: FormData): Promise<FormState> {
  return markReadForm(previous, formData);
}
