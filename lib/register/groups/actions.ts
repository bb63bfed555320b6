'use server';
import { groupNameSchema, groupSchema } from '@/lib/schemas/agencies';
import { formAction, reloadAlways } from '@/lib/server/forms/action';
import { deleteGroup, setGroup } from './mutations';

/** Sets the members of a group, which is made where there is none of the name. */
export const setGroupAction = formAction(groupSchema, setGroup, reloadAlways);

/** Deletes a group. */
export const deleteGroupAction = formAction(groupNameSchema, deleteGroup, reloadAlways);
