'use server';
import { refresh } from 'next/cache';
import { requestExtension } from '@/lib/extensions/mutations';
import { requestExtensionSchema } from '@/lib/schemas/extension';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';

const requestExtensionForm = formAction(
  requestExtensionSchema,
  async ({ reportId, version, reason, proposedOn }, context) =>
    requestExtension(reportId, { reason, proposedOn }, { ...context, version }),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Requests a later last day, with a reason; a day that is not a working day is refused. */
export async function requestExtensionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return requestExtensionForm(previous, formData);
}
