'use server';
import { contributeSchema, decideContributionSchema, withdrawContributionSchema } from '@/lib/schemas/contribution';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { contribute, decideContribution, withdrawContribution } from './mutations';

/** Offers a text to the lead agency of a task that one's own agency supports. */
export const contributeAction = formAction(
  contributeSchema,
  ({ reportId, ...offer }, context) => contribute(reportId, offer, context),
  reloadAlways,
);

/** Withdraws an undecided offer. */
export const withdrawContributionAction = formAction(
  withdrawContributionSchema,
  ({ reportId, contributionId }, context) => withdrawContribution(reportId, contributionId, context),
  reloadAlways,
);

/** Decides an offer. */
export const decideContributionAction = formAction(
  decideContributionSchema,
  ({ reportId, ...decision }, context) => decideContribution(reportId, decision, context),
  reloadAlways,
);
