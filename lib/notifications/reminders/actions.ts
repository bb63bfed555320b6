'use server';
import { reminderSchema } from '@/lib/schemas/reminder';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { remindApprover, remindReporter } from './mutations';

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
