import type { Quarter } from '@/lib/domain/calendar/quarter';
import {
  type EntryContent,
  type EntryField,
  missingFields,
  type ProgressLight,
  type Section,
} from '@/lib/domain/report/completeness';
import type { EvidenceLimits, EvidenceRow } from '@/lib/domain/report/evidence-files';
import { type FieldContent, type FieldSaves, savedFields } from '@/lib/domain/report/field-save';
import type { NearCopy } from '@/lib/domain/report/near-copy';
import type { Remark } from '@/lib/domain/review/remarks';
import type { FormState } from '@/lib/schemas/form-state';
import { type FieldKey, fieldOf } from './field-key';
import type { Offered } from './offered';

export type EditorEntry = EntryContent & {
  taskId: string;
  taskCode: string;
  taskText: string;
  /** What the division wrote of the task as a whole, and of its sections. */
  comment: string | null;
  sectionComments: Partial<Record<Section, string>>;
  /** What the division wrote of an earlier version for the agency. */
  remarks: readonly Remark[];
  fieldSaves: FieldSaves;
  /** The sections that are nearly last quarter's, and what stood there then. */
  nearCopies: readonly NearCopy[];
  evidence: { reportId: string; files: readonly EvidenceRow[]; canEdit: boolean; limits: EvidenceLimits };
  lastQuarter: (Record<Section, string> & { quarter: Quarter }) | null;
  /** What supporting agencies offered for the task. */
  contributions: readonly Offered[];
};

/** What is stored of a field. */
export function savedContent(entries: readonly EditorEntry[], key: FieldKey): FieldContent | undefined {
  const { taskId, field } = fieldOf(key);
  return entries.find((entry) => entry.taskId === taskId)?.[field];
}

/**
 * The versions from which an entry's fields were typed, as the form sends them. What was not accepted still has the ones
 * that it was sent with; only whoever has been shown what came between has read that.
 */
export function versionsOf({ fieldSaves }: EditorEntry, index: number, state: FormState): string {
  const hasRead = state.status === 'refused' && state.refusal.code === 'fields-stale';
  const sent = 'values' in state && !hasRead ? state.values[fieldName(index, 'versions')] : undefined;
  if (sent !== undefined) return sent;
  return JSON.stringify(Object.fromEntries(savedFields.map((field) => [field, fieldSaves[field]?.version ?? 0])));
}

/** The task in whose card an element stands. */
export function taskAround(element: Element, entries: readonly EditorEntry[]): string | null {
  return entries.find(({ taskCode }) => element.closest(`#${CSS.escape(taskAnchor(taskCode))}`))?.taskId ?? null;
}

/** The name under which the form sends a field, as the schema reads it. */
export function fieldName(index: number, field: keyof EntryContent | 'taskId' | 'versions'): string {
  return `entries[${index}].${field}`;
}

/** The anchor of a task's card in the editor. */
export function taskAnchor(taskCode: string): string {
  return `task-${taskCode}`;
}

/** The anchor of a field in the editor: the check page leads there. */
export function fieldAnchor(taskCode: string, field: EntryField | 'noProgress' | 'noProblems'): string {
  return `${taskAnchor(taskCode)}-${field}`;
}

/** A field's content as the form holds it: text with LF for a line's end, 'on' for a tick, '' for nothing. */
export function storedText(content: string | boolean | null): string {
  if (typeof content === 'boolean') return content ? 'on' : '';
  return (content ?? '').replace(/\r\n?/g, '\n');
}

/** An entry as the form holds it; `get` gives what stands under a name, null or undefined for nothing. */
function entryIn(get: (name: string) => unknown, index: number): EntryContent {
  const text = (field: keyof EntryContent) => String(get(fieldName(index, field)) ?? '');
  return {
    progress: text('progress'),
    problems: text('problems'),
    results: text('results'),
    nextSteps: text('nextSteps'),
    noProgress: text('noProgress') === 'on',
    noProgressReason: text('noProgressReason'),
    noProblems: text('noProblems') === 'on',
    light: (text('light') || null) as ProgressLight | null,
  };
}

/** What stands in the editor: what was typed and not accepted, else what is stored. */
export function shownEntry(entry: EditorEntry, index: number, state: FormState): EntryContent {
  if (!('values' in state)) return entry;
  const { values } = state;
  return entryIn((name) => values[name], index);
}

/** How many parts each task still lacks, by what the form holds at this moment. */
export function countMissing(form: HTMLFormElement, tasks: number): number[] {
  const data = new FormData(form);
  return Array.from({ length: tasks }, (_, index) => missingFields(entryIn((name) => data.get(name), index)).length);
}
