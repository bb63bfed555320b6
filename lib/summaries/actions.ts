'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import {
  addReportsSchema,
  deleteSummarySchema,
  editPassageSchema,
  makeSummarySchema,
  moveUnitSchema,
  resetOrderSchema,
  restorePassageSchema,
  saveSummaryFrameSchema,
  saveSummarySettingsSchema,
  takeVersionsSchema,
} from '@/lib/schemas/summary';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { deleteSummary } from '@/lib/summaries/deletion/mutations';
import { addReports, moveUnit, resetOrder, takeVersions } from '@/lib/summaries/order/mutations';
import { editPassage, restorePassage } from '@/lib/summaries/passages/mutations';
import { makeSummary, saveSummaryFrame, saveSummarySettings } from './mutations';

/**
 * Reloads the page, also after a refusal, because somebody else may have acted first. If the draft was deleted there is
 * nothing to load, and the page stays with the typed text.
 */
function shown(state: FormState): FormState {
  const isGone = state.status === 'refused' && state.refusal.code === 'not-found';
  if (state.status === 'done' || (state.status === 'refused' && !isGone)) refresh();
  return state;
}

const makeForm = formAction(makeSummarySchema, makeSummary, (summaryId) => redirect(routes.summary(summaryId)));

/** Creates a draft and opens it. */
export async function makeSummaryAction(previous: FormState, formData: FormData): Promise<FormState> {
  return makeForm(previous, formData);
}

const frameForm = formAction(saveSummaryFrameSchema, saveSummaryFrame);

/** Saves title, introduction, closing and date. */
export async function saveSummaryFrameAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await frameForm(previous, formData));
}

const settingsForm = formAction(saveSummarySettingsSchema, saveSummarySettings);

/** Saves the selection and the arrangement. */
export async function saveSummarySettingsAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await settingsForm(previous, formData));
}

const editForm = formAction(editPassageSchema, editPassage);

/** Writes a text in place of a section. */
export async function editPassageAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await editForm(previous, formData));
}

const restoreForm = formAction(restorePassageSchema, restorePassage);

/** Restores the original of a section. */
export async function restorePassageAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await restoreForm(previous, formData));
}

const moveForm = formAction(moveUnitSchema, moveUnit);

/** Moves an agency or a task to another position. */
export async function moveUnitAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await moveForm(previous, formData));
}

const resetForm = formAction(resetOrderSchema, resetOrder);

/** Restores the order of the annex. */
export async function resetOrderAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await resetForm(previous, formData));
}

const takeForm = formAction(takeVersionsSchema, takeVersions);

/** Takes the later version of one report, or of all that have one. */
export async function takeVersionsAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await takeForm(previous, formData));
}

const addForm = formAction(addReportsSchema, addReports);

/** Adds the reports that can be included now. */
export async function addReportsAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await addForm(previous, formData));
}

const deleteForm = formAction(deleteSummarySchema, deleteSummary, ({ plan, quarter }) =>
  comeBackTo(`${routes.summaries()}?${new URLSearchParams({ plan, quarter, deleted: 'yes' })}`),
);

/** Deletes a draft and opens the list of the other drafts of its quarter. */
export async function deleteSummaryAction(previous: FormState, formData: FormData): Promise<FormState> {
  return shown(await deleteForm(previous, formData));
}
