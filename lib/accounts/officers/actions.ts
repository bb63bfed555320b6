'use server';
import { refresh } from 'next/cache';
import type { FormState } from '@/lib/schemas/form-state';
import { giveRoleSchema, handOverSchema, signOffSettingSchema, takeRoleSchema } from '@/lib/schemas/officers';
import { formAction } from '@/lib/server/forms/action';
import { giveRole, handOverRole, type Opened, switchSignOff, takeRole } from './mutations';

/** Shows who holds what now, also after a refusal: another approver may have been faster. */
function shown(state: FormState): FormState {
  if (state.status === 'done' || state.status === 'refused') refresh();
  return state;
}

const opened = (account: Opened | null): FormState => ({ status: 'done', ...(account && { opened: account }) });

const handOverForm = formAction(handOverSchema, handOverRole, opened);

/** Hands a role over; where it opens an account, the answer alone holds the one-time password. */
export async function handOverRoleAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await handOverForm(previous, formData));
}

const giveForm = formAction(giveRoleSchema, giveRole, opened);

/** Gives a role in addition, or opens an account with it. */
export async function giveRoleAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await giveForm(previous, formData));
}

const takeForm = formAction(takeRoleSchema, ({ holding }, context) => takeRole(holding, context));

/** Takes a role away; an account without any is closed. */
export async function takeRoleAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await takeForm(previous, formData));
}

const signOffForm = formAction(signOffSettingSchema, ({ required }, context) => switchSignOff(required, context));

/** Switches the agency's own sign-off on or off. */
export async function switchSignOffAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await signOffForm(previous, formData));
}
