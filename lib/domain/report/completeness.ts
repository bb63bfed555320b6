import { type EntryContent, type EntryField, type EntryForm, type FormField, noticeForm } from './entry';

export type MissingPart = { taskId: string; field: EntryField };

/** Counts characters as a reader does: one per character, whatever its width. */
export function countCharacters(text: string): number {
  return [...text].length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isMissing(entry: EntryContent, field: FormField): boolean {
  switch (field.kind) {
    case 'section':
      return isBlank(entry[field.key]) && !(field.unless && entry[field.unless]);
    case 'reason':
      return isBlank(entry[field.key]) && entry[field.of];
    case 'light':
      return entry[field.key] === null;
    default:
      return false;
  }
}

/**
 * Lists what an entry lacks for filing, in the order of its form: each section is required, or explicitly confirmed as
 * 本季度无进展 (with its reason; then neither progress nor results are due) or 无存在问题; and a light.
 */
export function missingFields(entry: EntryContent, form: EntryForm = noticeForm): EntryField[] {
  return form.fields.flatMap((field) => (field.kind !== 'tick' && isMissing(entry, field) ? [field.key] : []));
}

/** Lists the parts that a report lacks for filing, task by task in the given order. */
export function missingParts(
  entries: readonly (EntryContent & { taskId: string })[],
  form: EntryForm = noticeForm,
): MissingPart[] {
  return entries.flatMap((entry) => missingFields(entry, form).map((field) => ({ taskId: entry.taskId, field })));
}
