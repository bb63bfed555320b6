'use server';
import { updateTag } from 'next/cache';
import { routes } from '@/lib/routes';
import { publishReportSchema, withdrawPublicationSchema } from '@/lib/schemas/publication';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { publicTag } from './cache-tags';
import { publishReport, withdrawPublication } from './mutations';

/** After the commit: invalidates the public pages and shows the result on the page of the publication. */
function freshenThenBack(done: string) {
  return ({ reportId }: { reportId: string }): never => {
    updateTag(publicTag);
    comeBackTo(`${routes.publication(reportId)}?done=${done}`);
  };
}

/** Publishes the chosen sections, or replaces the published ones. */
export const publishReportAction = formAction(
  publishReportSchema,
  ({ reportId, version, chosen, ...secrecyReview }, context) =>
    publishReport(reportId, { sections: chosen, ...secrecyReview }, { ...context, version }),
  { done: freshenThenBack('publish') },
);

/** Removes a report from the public pages. */
export const withdrawPublicationAction = formAction(
  withdrawPublicationSchema,
  ({ reportId, version, reason }, context) => withdrawPublication(reportId, reason, { ...context, version }),
  { done: freshenThenBack('withdraw-publication') },
);
