'use server';
import { refresh } from 'next/cache';
import { contributeSchema, decideContributionSchema, withdrawContributionSchema } from '@/lib/schemas/contribution';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';
import { contribute, decideContribution, withdrawContribution } from './mutations';

/** Reloads the page, also after a refusal, because the other agency may have acted first. */
function shown(state: FormState): FormState {
  if (state.status === 'done' || state.status === 'refused') refresh();
  return state;
}

const contributeForm = formAction(contributeSchema, ({ reportId, ...offer }, context) =>
  contribute(reportId, offer, context),
);

/** Offers a text to the lead agency of a task that one's own agency supports. */
export async function contributeAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await contributeForm(previous, formData));
}

const withdrawForm = formAction(withdrawContributionSchema, ({ reportId, contributionId }, context) =>
  withdrawContribution(reportId, contributionId, context),
);

/** Withdraws an undecided offer. */
export async function withdrawContributionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await withdrawForm(previous, formData));
}

const decideForm = formAction(decideContributionSchema, ({ reportId, ...decision }, context) =>
  decideContribution(reportId, decision, context),
);

/** Decides an offer. */
export async function decideContributionAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await decideForm(previous, formData));
}
