import {
  contentOf,
  type EntryContent,
  type EntryForm,
  type EntryKey,
  entryKeys,
  type FieldContent,
  findField,
} from './entry';

/** Every field of an entry is saved by itself, with a version of its own. */
export type SavedField = EntryKey;

/** The account that saved a field, and the window in which it was typed; the latter is unknown without scripts. */
export type SavedFrom = { accountId?: string; tabId?: string };

/** The number of saves of a field, the author of the last one, and its time (an ISO instant by the portal's clock). */
export type FieldSave = SavedFrom & { version: number; by: string; at: string };
export type FieldSaves = Partial<Record<SavedField, FieldSave>>;

/** A new content for a field, and the version of the field that its author had seen. */
export type FieldChange = { taskId: string; field: SavedField; version: number; content: FieldContent };

/** A change refused because the field had changed since, with the content that is stored instead. */
export type FieldConflict = FieldChange & Pick<FieldSave, 'by' | 'at' | 'accountId'>;

type SavedEntry = EntryContent & { taskId: string; fieldSaves: FieldSaves };

export type SortedChanges = { toStore: FieldChange[]; unchanged: FieldChange[]; conflicts: FieldConflict[] };

/** Gives the version of a field: the number of its saves, 0 if it was never saved. */
export function versionOf(entry: { fieldSaves: FieldSaves }, field: SavedField): number {
  return entry.fieldSaves[field]?.version ?? 0;
}

/** Gives the fields that were saved after an instant, in the order of the entries and of the form. */
export function fieldsSavedAfter(
  entries: readonly { taskId: string; fieldSaves: FieldSaves }[],
  instant: Date,
  form: EntryForm,
): { taskId: string; field: SavedField }[] {
  const isAfter = (save: FieldSave | undefined) => save !== undefined && new Date(save.at) > instant;
  return entries.flatMap(({ taskId, fieldSaves }) =>
    entryKeys(form)
      .filter((field) => isAfter(fieldSaves[field]))
      .map((field) => ({ taskId, field })),
  );
}

/**
 * Sorts changes by the stored entries, which must include every entry that a change names. A change that names an older
 * version than the stored one is a conflict, so that nobody's text is overwritten unread. A change whose content is
 * stored already (a request sent again because its answer was lost) changes nothing and is no conflict.
 */
export function sortChanges(
  entries: readonly SavedEntry[],
  changes: readonly FieldChange[],
  form: EntryForm,
): SortedChanges {
  const sorted: SortedChanges = { toStore: [], unchanged: [], conflicts: [] };
  const byTask = new Map(entries.map((entry) => [entry.taskId, entry]));
  for (const change of changes) {
    const entry = byTask.get(change.taskId);
    const definition = findField(change.field, form);
    if (!entry || !definition) continue;
    const { field } = change;
    const [version, content] = [versionOf(entry, field), contentOf(entry, definition)];
    if (content === change.content) sorted.unchanged.push({ ...change, version });
    else if (version === change.version) sorted.toStore.push({ ...change, version: version + 1 });
    else {
      const { by = '', at = '', accountId } = entry.fieldSaves[field] ?? {};
      sorted.conflicts.push({ taskId: change.taskId, field, version, content, by, at, accountId });
    }
  }
  return sorted;
}

type SubmittedEntry = {
  taskId: string;
  versions: Partial<Record<SavedField, number>>;
  content: Record<SavedField, FieldContent>;
};

/** Gives a whole entry, as a form submits it, as changes: every field under the version that the form was made from. */
export function changesOfEntry({ taskId, versions, content }: SubmittedEntry): FieldChange[] {
  return Object.entries(content).map(([field, sent]) => ({
    taskId,
    field,
    version: versions[field] ?? 0,
    content: sent,
  }));
}
