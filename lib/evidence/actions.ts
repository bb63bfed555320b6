'use server';
import { removeEvidenceSchema } from '@/lib/schemas/evidence';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';
import { removeEvidence } from './mutations';

const removeEvidenceForm = formAction(removeEvidenceSchema, ({ reportId, evidenceId }, context) =>
  removeEvidence(reportId, evidenceId, context),
);

/** Takes a file off its entry; the page stays as it is, so that nothing typed there is touched. */
export async function removeEvidenceAction(previous: FormState, formData: FormData): Promise<FormState> {
  return removeEvidenceForm(previous, formData);
}
