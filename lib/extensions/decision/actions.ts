'use server';
import { decideExtension } from '@/lib/extensions/mutations';
import { routes } from '@/lib/routes';
import { extensionDecisionSchema } from '@/lib/schemas/extension-decision';
import type { FormState } from '@/lib/schemas/form-state';
import { comeBackTo, formAction } from '@/lib/server/forms/action';

const decideExtensionForm = formAction(
  extensionDecisionSchema,
  async ({ reportId, version, note, grantedOn }, context) =>
    decideExtension(reportId, { note, grantedOn }, { ...context, version }),
  () => comeBackTo(`${routes.extensions()}?done=decide-extension`),
);

/** Grants a request for more time, as requested or shorter, or refuses it, with a reason. */
export async function decideExtensionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return decideExtensionForm(previous, formData);
}
