'use server';
import { routes } from '@/lib/routes';
import { planCommandSchema } from '@/lib/schemas/plan';
import { planFormSchema } from '@/lib/schemas/plan-form';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { changePlanForm } from './mutations';

const back = (done: string) => ({
  done: ({ plan }: { plan: string }) => comeBackTo(`${routes.planSection(plan, 'form')}?done=${done}`),
});

/** Gives a plan a form of its own. */
export const changePlanFormAction = formAction(planFormSchema, changePlanForm, back('saved'));

/** Gives a plan the form of the notice again. */
export const resetPlanFormAction = formAction(
  planCommandSchema,
  (command, context) => changePlanForm({ ...command, form: null }, context),
  back('reset'),
);
