'use server';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import {
  amendFromImportSchema,
  chooseAgencySchema,
  chooseMembersSchema,
  editImportSchema,
  importSchema,
  pasteSchema,
  storeImportSchema,
  undoEditSchema,
} from '@/lib/schemas/plan-import';
import { comeBackTo, formAction, reload, reloadAlways } from '@/lib/server/forms/action';
import { amendFromImport } from './amending/mutations';
import {
  beginImport,
  chooseAgency,
  chooseMembers,
  discardImport,
  editImport,
  makeRestNew,
  undoEdit,
} from './mutations';
import { storeImport } from './storing/mutations';

/** Keeps a pasted text and shows its preview. */
export const pastePlanAction = formAction(
  pasteSchema,
  ({ officeId, planCode, text }, context) =>
    beginImport({ officeId, planCode, name: 'pasted.txt', file: Buffer.from(text) }, context),
  { done: (_input, { id }) => redirect(routes.planImport(id)) },
);

/** Changes one place of a file; the preview is read again. */
export const editImportAction = formAction(
  editImportSchema,
  ({ importId, edit, was }, context) => editImport({ importId, edits: [edit], was }, context),
  reloadAlways,
);

export const undoEditAction = formAction(undoEditSchema, undoEdit, reloadAlways);

/** Chooses the agency that a name stands for, and goes back from the choice to the preview. */
export const chooseAgencyAction = formAction(chooseAgencySchema, chooseAgency, {
  done: ({ importId }) => comeBackTo(routes.planImport(importId)),
});

/** Chooses the members of a group and goes back from the choice to the preview. */
export const chooseMembersAction = formAction(chooseMembersSchema, chooseMembers, {
  done: ({ importId }) => comeBackTo(routes.planImport(importId)),
});

export const makeRestNewAction = formAction(importSchema, makeRestNew, reloadAlways);

export const discardImportAction = formAction(importSchema, discardImport, {
  done: () => redirect(routes.plans()),
});

/** Stores the tasks of a file: the new plan is shown, or the progress of the job that stores them. */
export const storeImportAction = formAction(
  storeImportSchema,
  ({ importId, version, target: kind, planCode }, context) =>
    storeImport({ importId, version, target: { kind, planCode } }, context),
  { done: (_input, { planCode }) => (planCode === null ? reload() : redirect(routes.plan(planCode))) },
);

/** Makes amendments of the chosen differences, and shows those of the plan, or the differences that are left. */
export const amendFromImportAction = formAction(amendFromImportSchema, amendFromImport, {
  done: ({ importId }, { planCode, isOpen }) =>
    isOpen ? comeBackTo(routes.planImport(importId)) : redirect(routes.planSection(planCode, 'amendments')),
});
