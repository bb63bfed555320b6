import type { ReactNode } from 'react';
import type { OfferedContribution } from '@/lib/contributions/data';
import {
  type EntryContent,
  type EntryForm,
  type EntryKey,
  entryKeys,
  type FieldContent,
  type Section,
  typedContent,
} from '@/lib/domain/report/entry';
import type { EvidenceLimits } from '@/lib/domain/report/evidence-files';
import type { FieldSaves } from '@/lib/domain/report/field-save';
import type { Remark } from '@/lib/domain/review/remarks';
import type { EvidenceRow } from '@/lib/evidence/data';
import type { LastPeriodEntry, NearCopy } from '@/lib/reports/last-period/data';
import type { FormState } from '@/lib/schemas/form-state';

export type EditorEntry = EntryContent & {
  /** The form of the report's plan. */
  form: EntryForm;
  taskId: string;
  taskCode: string;
  taskText: string;
  /** Everything that the plan asks for in the task. */
  asked: ReactNode;
  /** The division's comments on the task as a whole, and on its sections. */
  comment: string | null;
  sectionComments: Partial<Record<Section, string>>;
  /** The division's remarks to the agency on an earlier version. */
  remarks: readonly Remark[];
  fieldSaves: FieldSaves;
  /** The sections that are nearly the last period's, and the last period's texts. */
  nearCopies: readonly NearCopy[];
  evidence: { reportId: string; files: readonly EvidenceRow[]; canEdit: boolean; limits: EvidenceLimits };
  lastPeriod: LastPeriodEntry | null;
  /** The offers of supporting agencies for the task. */
  contributions: readonly OfferedContribution[];
};

/**
 * Gives the versions from which an entry's fields were typed, as the form sends them. A form that was not accepted
 * keeps those that it was sent with, unless its author has been shown the conflicting texts.
 */
export function versionsOf({ form, fieldSaves }: EditorEntry, index: number, state: FormState): string {
  const hasRead = state.status === 'refused' && state.refusal.code === 'fields-stale';
  const sent = 'values' in state && !hasRead ? state.values[fieldName(index, 'versions')] : undefined;
  if (sent !== undefined) return sent;
  return JSON.stringify(Object.fromEntries(entryKeys(form).map((field) => [field, fieldSaves[field]?.version ?? 0])));
}

/** Gives the task whose card contains an element. */
export function taskAround(element: Element, entries: readonly EditorEntry[]): string | null {
  return entries.find(({ taskCode }) => element.closest(`#${CSS.escape(taskAnchor(taskCode))}`))?.taskId ?? null;
}

/** Gives the name under which the form sends a field, as the schema reads it. */
export function fieldName(index: number, field: EntryKey): string {
  return `entries[${index}].${field}`;
}

/** Gives the anchor of a task's card in the editor. */
export function taskAnchor(taskCode: string): string {
  return `task-${taskCode}`;
}

/** Gives the anchor of a field in the editor, to which the check page links. */
export function fieldAnchor(taskCode: string, field: EntryKey): string {
  return `${taskAnchor(taskCode)}-${field}`;
}

/** Gives a field's content as the form holds it: text with LF line breaks, 'on' for a tick, '' if empty. */
export function storedText(content: FieldContent): string {
  if (typeof content === 'boolean') return content ? 'on' : '';
  return String(content ?? '').replace(/\r\n?/g, '\n');
}

/** Gives the content of the editor: the typed text of a form that was not accepted, otherwise the stored text. */
export function shownEntry(entry: EditorEntry, index: number, state: FormState): EntryContent {
  if (!('values' in state)) return entry;
  const { values } = state;
  const typed = entry.form.fields.map((field) => [field.key, typedContent(field, values[fieldName(index, field.key)])]);
  return Object.fromEntries(typed);
}
