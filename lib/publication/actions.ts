'use server';
import { updateTag } from 'next/cache';
import { accepted, type Result } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { publishReportSchema, withdrawPublicationSchema } from '@/lib/schemas/publication';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { publicTag } from './cache-tags';
import { publishReport, withdrawPublication } from './mutations';

/** After the commit: invalidates the public pages and shows the result on the page of the publication. */
function freshenThenBack(done: string) {
  return (reportId: string): never => {
    updateTag(publicTag);
    comeBackTo(`${routes.publication(reportId)}?done=${done}`);
  };
}

function about<Value>(reportId: string, result: Result<Value>): Result<string> {
  return result.ok ? accepted(reportId) : result;
}

const publishReportForm = formAction(
  publishReportSchema,
  async ({ reportId, version, chosen, ...secrecyReview }, context) =>
    about(reportId, await publishReport(reportId, { sections: chosen, ...secrecyReview }, { ...context, version })),
  freshenThenBack('publish'),
);

/** Publishes the chosen sections, or replaces the published ones. */
export async function publishReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return publishReportForm(previous, formData);
}

const withdrawPublicationForm = formAction(
  withdrawPublicationSchema,
  async ({ reportId, version, reason }, context) =>
    about(reportId, await withdrawPublication(reportId, reason, { ...context, version })),
  freshenThenBack('withdraw-publication'),
);

/** Removes a report from the public pages. */
export async function withdrawPublicationAction(previous: FormState, formData: FormData): Promise<FormState> {
  return withdrawPublicationForm(previous, formData);
}
