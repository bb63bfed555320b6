'use server';
import { routes } from '@/lib/routes';
import { chaseSchema } from '@/lib/schemas/chasing';
import type { FormState } from '@/lib/schemas/form-state';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { chaseReports, listAllUnfiled } from './mutations';

const chaseForm = formAction(
  chaseSchema,
  async ({ reach, plan = '', quarter = '', reportId, ...said }, context) => {
    const reportIds = reach === 'all' ? await listAllUnfiled({ plan, quarter }, context.actor) : reportId;
    const result = await chaseReports({ ...said, reportIds }, context);
    return result.ok ? { ok: true, value: { plan, quarter, count: result.value } } : result;
  },
  ({ plan, quarter, count }) => {
    const address = new URLSearchParams({ ...(plan && { plan }), ...(quarter && { quarter }), done: String(count) });
    comeBackTo(`${routes.chasing()}?${address}`);
  },
);

/** Chases one, some or all of the agencies that have not filed for a quarter. */
export async function chaseAction(previous: FormState, formData: FormData): Promise<FormState> {
  return chaseForm(previous, formData);
}
