'use server';
import { renameAgencySchema } from '@/lib/schemas/agencies';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { renameAgency } from './mutations';

/** Gives an agency another name from a day on. */
export const renameAgencyAction = formAction(renameAgencySchema, renameAgency, reloadAlways);
