'use server';
import { accepted } from '@/lib/domain/refusal';
import { grantExtension } from '@/lib/extensions/mutations';
import { routes } from '@/lib/routes';
import { grantExtensionSchema } from '@/lib/schemas/extension-decision';
import type { FormState } from '@/lib/schemas/form-state';
import { comeBackTo, formAction } from '@/lib/server/forms/action';

const grantExtensionForm = formAction(
  grantExtensionSchema,
  async ({ reportId, version, reason, grantedOn }, context) => {
    const result = await grantExtension(reportId, { reason, grantedOn }, { ...context, version });
    return result.ok ? accepted(reportId) : result;
  },
  (reportId) => comeBackTo(`${routes.reportReview(reportId)}?done=grant-extension`),
);

/** Grants an unrequested extension, with a reason; a day that is not later than the deadline in force is refused. */
export async function grantExtensionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return grantExtensionForm(previous, formData);
}
