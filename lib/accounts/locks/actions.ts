'use server';
import { unlockSignInSchema } from '@/lib/schemas/account';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { unlockSignIn } from './mutations';

/** Lifts what keeps an address or a device from signing in. */
export const unlockSignInAction = formAction(unlockSignInSchema, ({ lock }, context) => unlockSignIn(lock, context), {
  ...reloadAlways,
});
