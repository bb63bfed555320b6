import 'server-only';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { SeenPlan } from '@/lib/schemas/plan';
import { writePlan } from '@/lib/server/database/plan-write-path';
import { jsonOf } from '@/lib/server/database/stored-json';
import type { AskContext } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';
import { isFormInUse } from './data';

type FormChange = SeenPlan & { form: EntryForm | null };

/**
 * Gives a plan a form of its own, or (null) that of the notice. Refused once a report of the plan was begun: what its
 * writers see, and what is filed in one period and the next, would differ.
 */
export function changePlanForm(
  { plan: planCode, version, form }: FormChange,
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'change-form', { ...context, version }, async (transaction, plan) => {
    if (await isFormInUse(plan.id, transaction)) return refused({ code: 'form-in-use' });
    await transaction.plan.update({ where: { id: plan.id }, data: { form: form ? jsonOf(form) : Prisma.DbNull } });
    return accepted({ detail: { before: plan.form, after: form && jsonOf(form) }, value: undefined });
  });
}
