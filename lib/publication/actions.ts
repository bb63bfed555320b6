'use server';
import type { Route } from 'next';
import { routes } from '@/lib/routes';
import {
  decidePublicationsSchema,
  proposePublicationsSchema,
  publicationWithdrawalSchema,
  takeBackPublicationSchema,
} from '@/lib/schemas/publication';
import { type ActionContext, comeBackTo, formAction } from '@/lib/server/forms/action';
import {
  declinePublications,
  explainWithdrawal,
  proposePublications,
  publishReports,
  takeBackPublication,
  withdrawPublication,
} from './mutations';

type Reports = readonly { reportId: string }[];

/** One report is shown on its own page afterwards, several on the page of all publications. */
function backTo(reports: Reports, done: string): never {
  const [only, ...others] = reports;
  const page: Route = only && others.length === 0 ? routes.publication(only.reportId) : routes.publications();
  comeBackTo(`${page}?done=${done}`);
}

/** Proposes to publish the ticked reports, as chosen task by task. */
export const proposePublicationsAction = formAction(proposePublicationsSchema, proposePublications, {
  done: (reports) => backTo(reports, 'propose-publication'),
});

type Decisions = (typeof decidePublicationsSchema)['_output'];

function decide(decision: Decisions, context: ActionContext) {
  return decision.intent === 'confirm'
    ? publishReports(decision.reports, decision.secrecyReviewedOn, context)
    : declinePublications(decision.reports, decision.reason, context);
}

/** Confirms or declines the ticked proposals of other accounts; what was confirmed is public at once. */
export const decidePublicationsAction = formAction(decidePublicationsSchema, decide, {
  done: ({ intent, reports }) => backTo(reports, intent === 'confirm' ? 'publish' : 'decline-publication'),
});

/** Takes the own proposal back. */
export const takeBackPublicationAction = formAction(
  takeBackPublicationSchema,
  ({ reportId, version }, context) => takeBackPublication(reportId, { ...context, version }),
  { done: (report) => backTo([report], 'take-back-publication') },
);

/** Removes a report from the public pages at once. */
export const withdrawPublicationAction = formAction(
  publicationWithdrawalSchema,
  ({ reportId, reason }, context) => withdrawPublication(reportId, reason, context),
  { done: (report) => backTo([report], 'withdraw-publication') },
);

/** Adds the reason to a withdrawal. */
export const explainWithdrawalAction = formAction(
  publicationWithdrawalSchema,
  ({ reportId, reason }, context) => explainWithdrawal(reportId, reason, context),
  { done: (report) => backTo([report], 'explain-publication-withdrawal') },
);
