'use server';
import { routes } from '@/lib/routes';
import { channelsSchema } from '@/lib/schemas/channels';
import { resendSchema } from '@/lib/schemas/chasing';
import { markReadSchema, reminderSchema } from '@/lib/schemas/notifications';
import { comeBackTo, formAction, reload, reloadAlways } from '@/lib/server/forms/action';
import { setChannels } from './channels/mutations';
import { resendDelivery } from './deliveries/mutations';
import { markRead } from './mutations';
import { remindApprover, remindReporter } from './reminders/mutations';

/** Marks one of the account's own messages as read, or all of them. */
export const markReadAction = formAction(
  markReadSchema,
  ({ messageId }, { actor, now }) => markRead(actor, messageId, now),
  { done: reload },
);

/** Sets the channels by which the signed-in account is notified. */
export const setChannelsAction = formAction(
  channelsSchema,
  (input, { actor, address }) => setChannels(actor, input, address),
  { done: () => comeBackTo(`${routes.channels()}?done=yes`) },
);

/** Sends messages again that failed or may not have arrived. */
export const resendAction = formAction(resendSchema, ({ deliveryId }, context) => resendDelivery(deliveryId, context), {
  done: reload,
});

/** Reminds the approver of a report that waits for sign-off. */
export const remindApproverAction = formAction(
  reminderSchema,
  ({ reportId }, context) => remindApprover(reportId, context),
  reloadAlways,
);

/** Reminds the reporter of a report that is still being written. */
export const remindReporterAction = formAction(
  reminderSchema,
  ({ reportId }, context) => remindReporter(reportId, context),
  reloadAlways,
);
