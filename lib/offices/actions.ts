'use server';
import { routes } from '@/lib/routes';
import { makeOfficeSchema, renameOfficeSchema, setOfficeMembersSchema } from '@/lib/schemas/offices';
import { comeBackTo, formAction, reload } from '@/lib/server/forms/action';
import { makeOffice, renameOffice, setOfficeMembers } from './mutations';

/** Makes an office, and goes on to its page, where its people are named. */
export const makeOfficeAction = formAction(makeOfficeSchema, makeOffice, {
  done: ({ code }) => comeBackTo(routes.office(code)),
});

/** Gives an office another name. */
export const renameOfficeAction = formAction(renameOfficeSchema, renameOffice, { done: reload });

/** Says which accounts belong to an office. */
export const setOfficeMembersAction = formAction(setOfficeMembersSchema, setOfficeMembers, { done: reload });
