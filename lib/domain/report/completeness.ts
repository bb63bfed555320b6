import { type EntryContent, type EntryForm, type EntryKey, type FormField, isTicked, lightOf, textOf } from './entry';

export type MissingPart = { taskId: string; field: EntryKey };

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
      return field.required && isBlank(textOf(entry, field.key)) && !(field.unless && isTicked(entry, field.unless));
    case 'reason':
      return isBlank(textOf(entry, field.key)) && isTicked(entry, field.of);
    case 'light':
      return lightOf(entry, field.key) === null;
    default:
      return false;
  }
}

/**
 * Lists what an entry lacks for filing, in the order of its form: each required section, unless it is
 * explicitly confirmed that there is nothing, the reason for a confirmation that asks for one, and a light. Under the
 * notice: 本季度无进展 with its reason excuses progress and results, 无存在问题 the problems.
 */
export function missingFields(entry: EntryContent, form: EntryForm): EntryKey[] {
  return form.fields.flatMap((field) => (field.kind !== 'tick' && isMissing(entry, field) ? [field.key] : []));
}

/** Lists the parts that a report lacks for filing, task by task in the given order. */
export function missingParts(entries: readonly (EntryContent & { taskId: string })[], form: EntryForm): MissingPart[] {
  return entries.flatMap((entry) => missingFields(entry, form).map((field) => ({ taskId: entry.taskId, field })));
}
