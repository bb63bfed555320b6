import type { EntryContent } from './completeness';

/** What of an entry is saved by itself, each with a version of its own, in the order in which the editor shows it. */
export const savedFields = [
  'light',
  'noProgress',
  'noProgressReason',
  'progress',
  'problems',
  'noProblems',
  'results',
  'nextSteps',
] as const satisfies readonly (keyof EntryContent)[];
export type SavedField = (typeof savedFields)[number];

/** How often a field was saved, by whom last, and when (an ISO instant by the portal's clock). */
export type FieldSave = { version: number; by: string; at: string };
export type FieldSaves = Partial<Record<SavedField, FieldSave>>;

export type FieldContent = EntryContent[SavedField];

/** A field as somebody wants it, and the version of it that stood before their eyes. */
export type FieldChange = { taskId: string; field: SavedField; version: number; content: FieldContent };

/** A change that came too late, with what is stored instead. */
export type FieldConflict = FieldChange & { by: string; at: string };

type SavedEntry = EntryContent & { taskId: string; fieldSaves: FieldSaves };

export type SortedChanges = { toStore: FieldChange[]; unchanged: FieldChange[]; conflicts: FieldConflict[] };

/** The version of a field: how often it was saved, 0 for one that never was. */
export function versionOf(entry: { fieldSaves: FieldSaves }, field: SavedField): number {
  return entry.fieldSaves[field]?.version ?? 0;
}

/**
 * Sorts changes against the stored entries, of which none may be missing: nobody's text is ever written over unread, so a
 * change that names an older version than the stored one is a conflict. One that says what is stored already, as a request
 * does that is sent again because its answer was lost, changes nothing and conflicts with nothing.
 */
export function sortChanges(entries: readonly SavedEntry[], changes: readonly FieldChange[]): SortedChanges {
  const sorted: SortedChanges = { toStore: [], unchanged: [], conflicts: [] };
  const byTask = new Map(entries.map((entry) => [entry.taskId, entry]));
  for (const change of changes) {
    const entry = byTask.get(change.taskId);
    if (!entry) continue;
    const { field } = change;
    const [version, content] = [versionOf(entry, field), entry[field]];
    if (content === change.content) sorted.unchanged.push({ ...change, version });
    else if (version === change.version) sorted.toStore.push({ ...change, version: version + 1 });
    else {
      const { by = '', at = '' } = entry.fieldSaves[field] ?? {};
      sorted.conflicts.push({ taskId: change.taskId, field, version, content, by, at });
    }
  }
  return sorted;
}

/** An entry as a form sends it whole: every field as a change, under the version that the form was made from. */
export function changesOfEntry(
  { taskId, ...content }: EntryContent & { taskId: string },
  versions: Partial<Record<SavedField, number>>,
): FieldChange[] {
  return savedFields.map((field) => ({ taskId, field, version: versions[field] ?? 0, content: content[field] }));
}
