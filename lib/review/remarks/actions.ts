'use server';
import { refresh } from 'next/cache';
import type { FormState } from '@/lib/schemas/form-state';
import { remarkSchema, withdrawRemarkSchema } from '@/lib/schemas/remark';
import { formAction } from '@/lib/server/forms/action';
import { remark, withdrawRemark } from './mutations';

/** Reloads the page, also after a refusal, because somebody else may have acted first. */
function shown(state: FormState): FormState {
  if (state.status === 'done' || state.status === 'refused') refresh();
  return state;
}

const remarkForm = formAction(remarkSchema, ({ reportId, ...given }, context) => remark(reportId, given, context));

/** Writes a remark on a section of a filed report, or on a task as a whole. */
export async function remarkAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await remarkForm(previous, formData));
}

const withdrawForm = formAction(withdrawRemarkSchema, ({ reportId, remarkId }, context) =>
  withdrawRemark(reportId, remarkId, context),
);

/** Withdraws a remark. */
export async function withdrawRemarkAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await withdrawForm(previous, formData));
}
