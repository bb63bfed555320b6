'use server';
import { refresh } from 'next/cache';
import type { FormState } from '@/lib/schemas/form-state';
import { reminderSchema } from '@/lib/schemas/reminder';
import { formAction } from '@/lib/server/forms/action';
import { remindApprover, remindReporter } from './mutations';

/** Reloads the page, also after a refusal: somebody else may have sent a reminder, or it may be settled. */
function shown(state: FormState): FormState {
  if (state.status === 'done' || state.status === 'refused') refresh();
  return state;
}

const remindApproverForm = formAction(reminderSchema, ({ reportId }, context) => remindApprover(reportId, context));

/** Reminds the approver of a report that waits for sign-off. */
export async function remindApproverAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await remindApproverForm(previous, formData));
}

const remindReporterForm = formAction(reminderSchema, ({ reportId }, context) => remindReporter(reportId, context));

/** Reminds the reporter of a report that is still being written. */
export async function remindReporterAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await remindReporterForm(previous, formData));
}
