'use server';
import { accepted } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import { setLadderSchema } from '@/lib/schemas/chasing-ladder';
import type { FormState } from '@/lib/schemas/form-state';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { setLadder } from './mutations';

const setLadderForm = formAction(
  setLadderSchema,
  async (input, context) => {
    const result = await setLadder(input, context);
    return result.ok ? accepted(input.plan) : result;
  },
  (plan) => comeBackTo(`${routes.chasingLadder(encodeURIComponent(plan))}&done=1`),
);

/** Sets the chasing schedule of a plan: on which working days around the last day whom the portal notifies. */
export async function setLadderAction(previous: FormState, formData: FormData): Promise<FormState> {
  return setLadderForm(previous, formData);
}
