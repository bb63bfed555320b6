'use server';
import { removeEvidenceSchema } from '@/lib/schemas/evidence';
import { formAction } from '@/lib/server/forms/action';
import { removeEvidence } from './mutations';

/** Removes a file from its entry; the page is not reloaded, so that nothing typed there is lost. */
export const removeEvidenceAction = formAction(removeEvidenceSchema, ({ reportId, evidenceId }, context) =>
  removeEvidence(reportId, evidenceId, context),
);
