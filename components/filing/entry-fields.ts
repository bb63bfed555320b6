import {
  type EntryContent,
  type EntryField,
  missingFields,
  type ProgressLight,
  type Section,
} from '@/lib/domain/completeness';
import type { FormState } from '@/lib/schemas/form-state';

export type EditorEntry = EntryContent & {
  taskId: string;
  taskCode: string;
  taskText: string;
  /** What the division wrote of the task as a whole, and of its sections. */
  comment: string | null;
  sectionComments: Partial<Record<Section, string>>;
};

/** The name under which the form sends a field, as the schema reads it. */
export function fieldName(index: number, field: keyof EntryContent | 'taskId'): string {
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

export const contentFields = [
  'light',
  'noProgress',
  'noProgressReason',
  'progress',
  'problems',
  'noProblems',
  'results',
  'nextSteps',
] as const satisfies readonly (keyof EntryContent)[];

/** How many parts each task still lacks, by what the form holds at this moment. */
export function countMissing(form: HTMLFormElement, tasks: number): number[] {
  const data = new FormData(form);
  return Array.from({ length: tasks }, (_, index) => missingFields(entryIn((name) => data.get(name), index)).length);
}
