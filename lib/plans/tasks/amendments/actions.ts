'use server';
import { routes } from '@/lib/routes';
import { amendedTaskSchema, endedTaskSchema, mergedTasksSchema, splitTaskSchema } from '@/lib/schemas/plan-task';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { amendTypedTask, endTask, mergeTasks, splitTask } from './typed/mutations';

const toAmendments = {
  done: ({ plan }: { plan: string }) => comeBackTo(`${routes.planSection(plan, 'amendments')}?done=amended`),
};

/** Corrects or moves a task of an issued plan, or adds one. */
export const amendTaskAction = formAction(amendedTaskSchema, amendTypedTask, toAmendments);

/** Ends a task of an issued plan. */
export const endTaskAction = formAction(endedTaskSchema, endTask, toAmendments);

/** Splits a task of an issued plan. */
export const splitTaskAction = formAction(splitTaskSchema, splitTask, toAmendments);

/** Merges tasks of an issued plan. */
export const mergeTasksAction = formAction(mergedTasksSchema, mergeTasks, toAmendments);
