'use server';
import { assignAgenciesSchema, endLeaveSchema, enterLeaveSchema } from '@/lib/schemas/assignment';
import { formAction, reload } from '@/lib/server/forms/action';
import { assignAgencies, endLeave, enterLeave } from './mutations';

/** Assigns the ticked agencies to a reviewer, or to nobody. */
export const assignAgenciesAction = formAction(assignAgenciesSchema, assignAgencies, { done: reload });

/** Enters a leave with its stand-in. */
export const enterLeaveAction = formAction(enterLeaveSchema, enterLeave, { done: reload });

/** Ends a leave, or cancels one that has not begun. */
export const endLeaveAction = formAction(endLeaveSchema, ({ leaveId }, context) => endLeave(leaveId, context), {
  done: reload,
});
