'use server';
import { routes } from '@/lib/routes';
import { changePlanSchema, newPlanSchema, planContactSchema, planLateFilingSchema } from '@/lib/schemas/plan';
import { comeBackTo, formAction, reload } from '@/lib/server/forms/action';
import { changePlan, createPlan, setPlanContact, setPlanLateFiling } from './mutations';

/** Creates the draft of a plan. */
export const createPlanAction = formAction(newPlanSchema, createPlan, {
  done: (_, code) => comeBackTo(routes.plan(code)),
});

/** Changes the settings of a draft. */
export const changePlanAction = formAction(changePlanSchema, changePlan, {
  done: (_, code) => comeBackTo(`${routes.plan(code)}?done=changed`),
});

/** Sets the contact of an issued plan. */
export const setPlanContactAction = formAction(planContactSchema, setPlanContact, { done: reload });

/** Sets whether reports of an issued plan can be filed after the closing instant. */
export const setPlanLateFilingAction = formAction(planLateFilingSchema, setPlanLateFiling, { done: reload });
