'use server';
import { refresh } from 'next/cache';
import type { FormState } from '@/lib/schemas/form-state';
import { giveRoleSchema, handOverSchema, signOffSettingSchema, takeRoleSchema } from '@/lib/schemas/officers';
import { formAction } from '@/lib/server/forms/action';
import { giveRole, handOverRole, type Opened, switchSignOff, takeRole } from './mutations';

/** Reloads the officers, also after a refusal, because another approver may have acted first. */
function shown(state: FormState): FormState {
  if (state.status === 'done' || state.status === 'refused') refresh();
  return state;
}

const opened = (account: Opened | null): FormState => ({ status: 'done', ...(account && { opened: account }) });

const handOverForm = formAction(handOverSchema, handOverRole, opened);

/** Transfers a role; where that creates an account, only the answer contains the one-time password. */
export async function handOverRoleAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await handOverForm(previous, formData));
}

const giveForm = formAction(giveRoleSchema, giveRole, opened);

/** Gives an officer another role, or creates an account with it. */
export async function giveRoleAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await giveForm(previous, formData));
}

const takeForm = formAction(takeRoleSchema, ({ holding }, context) => takeRole(holding, context));

/** Takes a role away; an account without roles is closed. */
export async function takeRoleAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await takeForm(previous, formData));
}

const signOffForm = formAction(signOffSettingSchema, ({ required }, context) => switchSignOff(required, context));

/** Switches the agency's own sign-off on or off. */
export async function switchSignOffAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await signOffForm(previous, formData));
}
