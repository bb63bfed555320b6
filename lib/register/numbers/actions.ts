'use server';
import { planNumbersSchema } from '@/lib/schemas/plan-numbers';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { renumberPlan } from './mutations';

/** Sets the numbers and the order of a plan's agencies. */
export const renumberPlanAction = formAction(planNumbersSchema, renumberPlan, reloadAlways);
