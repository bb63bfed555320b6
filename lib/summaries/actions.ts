'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Refusal } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import type { SavedDraft } from '@/lib/schemas/form-state';
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
import { comeBackTo, formAction, reload } from '@/lib/server/forms/action';
import { addReports, moveUnit, resetOrder, takeVersions } from '@/lib/summaries/entries/mutations';
import { editPassage, restorePassage } from '@/lib/summaries/passages/mutations';
import { deleteSummary, makeSummary, saveSummaryFrame, saveSummarySettings } from './mutations';

/**
 * Reloads the page, because somebody else may have acted first. If the draft was deleted there is nothing to load, and
 * the page stays with the typed text.
 */
function onRefused({ code }: Refusal): void {
  if (code !== 'not-found') refresh();
}

const onDraft = { done: reload, onRefused };

/** The page is not reloaded, because its author goes on writing. */
const onAutosave = { done: (_input: unknown, saved: SavedDraft) => ({ status: 'done' as const, saved }) };

/** Creates a draft and opens it. */
export const makeSummaryAction = formAction(makeSummarySchema, makeSummary, {
  done: (_input, summaryId) => redirect(routes.summary(summaryId)),
});

/** Saves title, introduction, closing and date. */
export const saveSummaryFrameAction = formAction(saveSummaryFrameSchema, saveSummaryFrame, onDraft);

/** Saves the same while they are being written. */
export const autosaveSummaryFrameAction = formAction(saveSummaryFrameSchema, saveSummaryFrame, onAutosave);

/** Saves the selection and the arrangement. */
export const saveSummarySettingsAction = formAction(saveSummarySettingsSchema, saveSummarySettings, onDraft);

/** Writes a text in place of a section. */
export const editPassageAction = formAction(editPassageSchema, editPassage, onDraft);

/** Writes it while it is being written. */
export const autosavePassageAction = formAction(editPassageSchema, editPassage, onAutosave);

/** Restores the original of a section. */
export const restorePassageAction = formAction(restorePassageSchema, restorePassage, onDraft);

/** Moves an agency or a task to another position. */
export const moveUnitAction = formAction(moveUnitSchema, moveUnit, onDraft);

/** Restores the order of the annex. */
export const resetOrderAction = formAction(resetOrderSchema, resetOrder, onDraft);

/** Takes the later version of one report, or of all that have one. */
export const takeVersionsAction = formAction(takeVersionsSchema, takeVersions, onDraft);

/** Adds the reports that can be included now. */
export const addReportsAction = formAction(addReportsSchema, addReports, onDraft);

/** Deletes a draft and opens the list of the other drafts of its period. */
export const deleteSummaryAction = formAction(deleteSummarySchema, deleteSummary, {
  done: (_input, { plan, periodCode }) =>
    comeBackTo(`${routes.summaries()}?${new URLSearchParams({ plan, quarter: periodCode, deleted: 'yes' })}`),
  onRefused,
});
