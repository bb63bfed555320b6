'use server';
import { removeEvidenceSchema } from '@/lib/schemas/evidence';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';
import { removeEvidence } from './mutations';

const removeEvidenceForm = formAction(removeEvidenceSchema, ({ reportId, evidenceId }, context) =>
  removeEvidence(reportId, evidenceId, context),
);

/** Removes a file from its entry; the page is not reloaded, so that nothing typed there is lost. */
export async function removeEvidenceAction(previous: FormState, formData: FormData): Promise<FormState> {
  return removeEvidenceForm(previous, formData);
}
