'use server';
import { refresh } from 'next/cache';
import { assignAgenciesSchema, endLeaveSchema, enterLeaveSchema } from '@/lib/schemas/assignment';
import type { FormState } from '@/lib/schemas/form-state';
import { formAction } from '@/lib/server/forms/action';
import { assignAgencies, endLeave, enterLeave } from './mutations';

function shown(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

const assignForm = formAction(assignAgenciesSchema, assignAgencies);

/** Assigns the ticked agencies to a reviewer, or to nobody. */
export async function assignAgenciesAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await assignForm(previous, formData));
}

const enterLeaveForm = formAction(enterLeaveSchema, enterLeave);

/** Enters a leave with its stand-in. */
export async function enterLeaveAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await enterLeaveForm(previous, formData));
}

const endLeaveForm = formAction(endLeaveSchema, ({ leaveId }, context) => endLeave(leaveId, context));

/** Ends a leave, or cancels one that has not begun. */
export async function endLeaveAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await endLeaveForm(previous, formData));
}
