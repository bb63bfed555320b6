'use server';
import { routes } from '@/lib/routes';
import { draftTaskSchema, placedTaskSchema, taskOfDraftSchema } from '@/lib/schemas/plan-task';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { placeDraftTask, removeDraftTask, writeDraftTask } from './mutations';

const toTasks = { done: ({ plan }: { plan: string }) => comeBackTo(`${routes.planSection(plan, 'tasks')}?done=saved`) };

/** Writes a task of a draft. */
export const writeDraftTaskAction = formAction(draftTaskSchema, writeDraftTask, toTasks);

/** Removes a task from a draft. */
export const removeDraftTaskAction = formAction(taskOfDraftSchema, removeDraftTask, toTasks);

/** Puts a task of a draft in another place. */
export const placeDraftTaskAction = formAction(placedTaskSchema, placeDraftTask, toTasks);
