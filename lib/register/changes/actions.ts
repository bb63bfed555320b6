'use server';
import { routes } from '@/lib/routes';
import { endAgencySchema, renameAgencySchema } from '@/lib/schemas/agencies';
import { comeBackTo, formAction, reloadAlways } from '@/lib/server/forms/action';
import { endAgency } from './ending/mutations';
import { renameAgency } from './mutations';

/** Gives an agency another name from a day on. */
export const renameAgencyAction = formAction(renameAgencySchema, renameAgency, reloadAlways);

/** Merges, splits or abolishes an agency, and opens its page, which stays. */
export const endAgencyAction = formAction(endAgencySchema, endAgency, {
  done: (_input, { code }) => comeBackTo(routes.registeredAgency(code)),
});
