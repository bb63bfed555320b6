'use server';
import { markReadSchema } from '@/lib/schemas/notifications';
import { formAction, reload } from '@/lib/server/forms/action';
import { markRead } from './mutations';

/** Marks one of the account's own messages as read, or all of them. */
export const markReadAction = formAction(
  markReadSchema,
  ({ messageId }, { actor, now }) => markRead(actor, messageId, now),
  { done: reload },
);
