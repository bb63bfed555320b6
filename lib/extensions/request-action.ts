'use server';
import { refresh } from 'next/cache';
import { getCalendar } from '@/lib/calendar/data';
import { requestExtensionSchema } from '@/lib/schemas/extension';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/action';
import { requestExtension } from './mutations';

const requestExtensionForm = formAction(
  requestExtensionSchema,
  async ({ reportId, version, reason, proposedOn }, context) =>
    requestExtension(reportId, { reason, proposedOn, calendar: await getCalendar() }, { ...context, version }),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Asks for a later last day, with a reason; a day that is not worked is refused. */
export async function requestExtensionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return requestExtensionForm(previous, formData);
}
