'use server';
import { refresh } from 'next/cache';
import type { FormState } from '@/lib/schemas/form-state';
import { giveRoleSchema, handOverSchema, signOffSettingSchema, takeRoleSchema } from '@/lib/schemas/officers';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { giveRole, handOverRole, type Opened, switchSignOff, takeRole } from './mutations';

/** Reloads the officers, and shows the account that was created, if there is one. */
function showOpened(_input: unknown, account: Opened | null): FormState {
  refresh();
  return { status: 'done', ...(account && { opened: account }) };
}

/** Transfers a role; where that creates an account, only the answer contains the one-time password. */
export const handOverRoleAction = formAction(
  handOverSchema,
  ({ agencyId, reason, ...given }, context) => handOverRole(given, { ...context, agencyId, reason }),
  { ...reloadAlways, done: showOpened },
);

/** Gives an officer another role, or creates an account with it. */
export const giveRoleAction = formAction(
  giveRoleSchema,
  ({ agencyId, reason, ...given }, context) => giveRole(given, { ...context, agencyId, reason }),
  { ...reloadAlways, done: showOpened },
);

/** Takes a role away; an account without roles is closed. */
export const takeRoleAction = formAction(
  takeRoleSchema,
  ({ holding, ...onBehalf }, context) => takeRole(holding, { ...context, ...onBehalf }),
  reloadAlways,
);

/** Switches the agency's own sign-off on or off. */
export const switchSignOffAction = formAction(
  signOffSettingSchema,
  ({ required, ...onBehalf }, context) => switchSignOff(required, { ...context, ...onBehalf }),
  reloadAlways,
);
