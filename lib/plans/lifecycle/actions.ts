'use server';
import { routes } from '@/lib/routes';
import { planCommandSchema, planReasonSchema } from '@/lib/schemas/plan';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { closePlan, discardPlan, issuePlan, reopenPlan } from './mutations';

const back = (done: string) => ({
  done: ({ plan }: { plan: string }) => comeBackTo(`${routes.plan(plan)}?done=${done}`),
});

/** Issues a draft. */
export const issuePlanAction = formAction(planCommandSchema, issuePlan, back('issued'));

/** Discards a draft. */
export const discardPlanAction = formAction(planCommandSchema, discardPlan, {
  done: () => comeBackTo(`${routes.plans()}?done=discarded`),
});

/** Closes a plan, on the second press. */
export const closePlanAction = formAction(planCommandSchema, closePlan, back('closed'));

/** Reopens a closed plan, for a reason. */
export const reopenPlanAction = formAction(planReasonSchema, reopenPlan, back('reopened'));
