'use server';
import { routes } from '@/lib/routes';
import { agencyRowSchema, changeAgencySchema } from '@/lib/schemas/agencies';
import { comeBackTo, formAction, reloadAlways } from '@/lib/server/forms/action';
import { addAgency, changeAgency } from './mutations';

/** Adds an agency to the register, and opens its page. */
export const addAgencyAction = formAction(agencyRowSchema, addAgency, {
  done: (_input, { code }) => comeBackTo(routes.registeredAgency(code)),
});

/** Changes what the register says of an agency beside its name. */
export const changeAgencyAction = formAction(changeAgencySchema, changeAgency, reloadAlways);
