'use server';
import { routes } from '@/lib/routes';
import { planRuleSchema } from '@/lib/schemas/plan-rule';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { changeRule } from './mutations';

/** Gives a plan another deadline rule. */
export const changeRuleAction = formAction(
  planRuleSchema,
  ({ plan, version, reason, ...rule }, context) => changeRule({ plan, version, reason, rule }, context),
  { done: ({ plan }, moved) => comeBackTo(`${routes.planSection(plan, 'rule')}?done=${moved}`) },
);
