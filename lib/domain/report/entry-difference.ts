import { contentOf, type EntryContent, type EntryForm, type EntryKey, fieldsOfPart, readParts } from './entry';

/** An entry with its evidence files; none where the list is absent. */
export type ComparedEntry = EntryContent & { evidence?: readonly { id: string; name: string }[] };

/** The compared parts of an entry: its light, each section with the confirmations that replace it, and its files. */
export type EntryPart = EntryKey | 'evidence';

/** The parts that are compared, in the order of the form. */
export function entryParts(form: EntryForm): EntryPart[] {
  return [...readParts(form), 'evidence'];
}

/** Gives the files added to an entry and those removed from it. */
export function changedEvidence(before: ComparedEntry, after: ComparedEntry) {
  const beside = ({ evidence = [] }: ComparedEntry, other: ComparedEntry) =>
    evidence.filter(({ id }) => !other.evidence?.some((file) => file.id === id));
  return { added: beside(after, before), removed: beside(before, after) };
}

/** Says whether a part differs between two versions: in its text, its light, its confirmations or its files. */
export function isPartChanged(before: ComparedEntry, after: ComparedEntry, part: EntryPart, form: EntryForm): boolean {
  if (part !== 'evidence')
    return fieldsOfPart(part, form).some((field) => contentOf(before, field) !== contentOf(after, field));
  const { added, removed } = changedEvidence(before, after);
  return added.length + removed.length > 0;
}

/** The parts that differ between two versions of an entry, in the order of the form. */
export function changedParts(before: ComparedEntry, after: ComparedEntry, form: EntryForm): EntryPart[] {
  return entryParts(form).filter((part) => isPartChanged(before, after, part, form));
}

/** An entry without a counterpart counts as changed in every part, in its files only where it has some. */
const allParts = ({ evidence = [] }: ComparedEntry, form: EntryForm) =>
  entryParts(form).filter((part) => part !== 'evidence' || evidence.length > 0);

type TaskEntry = ComparedEntry & { taskId: string };

/**
 * Pairs the entries of two versions of a report by task, with the parts that changed; an entry that only one version
 * has comes without a counterpart.
 */
export function pairEntries<Entry extends TaskEntry>(
  before: readonly Entry[],
  after: readonly Entry[],
  form: EntryForm,
): { before: Entry | null; after: Entry | null; changed: EntryPart[] }[] {
  const kept = after.map((entry) => {
    const earlier = before.find(({ taskId }) => taskId === entry.taskId) ?? null;
    const changed = earlier ? changedParts(earlier, entry, form) : allParts(entry, form);
    return { before: earlier, after: entry, changed };
  });
  const gone = before.filter(({ taskId }) => !after.some((entry) => entry.taskId === taskId));
  return [...kept, ...gone.map((entry) => ({ before: entry, after: null, changed: allParts(entry, form) }))];
}
