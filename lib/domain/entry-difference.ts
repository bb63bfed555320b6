import { type EntryContent, type Section, sections } from './completeness';

/** What of an entry is compared: its light, and each section with the confirmations that stand for it. */
export type EntryPart = 'light' | Section;

const fieldsOf = {
  light: ['light'],
  progress: ['progress', 'noProgress', 'noProgressReason'],
  problems: ['problems', 'noProblems'],
  results: ['results'],
  nextSteps: ['nextSteps'],
} as const satisfies Record<EntryPart, readonly (keyof EntryContent)[]>;

export const entryParts: readonly EntryPart[] = ['light', ...sections];

/** Says whether a part reads differently from before: its text, its light or what was confirmed in its place. */
export function isPartChanged(before: EntryContent, after: EntryContent, part: EntryPart): boolean {
  return fieldsOf[part].some((field) => before[field] !== after[field]);
}

/** The parts that differ between two versions of an entry, in the notice's order. */
export function changedParts(before: EntryContent, after: EntryContent): EntryPart[] {
  return entryParts.filter((part) => isPartChanged(before, after, part));
}

type TaskEntry = EntryContent & { taskId: string };

/** Task by task what changed between two versions of a report; an entry that only one of them has stands alone. */
export function pairEntries<Entry extends TaskEntry>(
  before: readonly Entry[],
  after: readonly Entry[],
): { before: Entry | null; after: Entry | null; changed: EntryPart[] }[] {
  const kept = after.map((entry) => {
    const earlier = before.find(({ taskId }) => taskId === entry.taskId) ?? null;
    return { before: earlier, after: entry, changed: earlier ? changedParts(earlier, entry) : [...entryParts] };
  });
  const gone = before.filter(({ taskId }) => !after.some((entry) => entry.taskId === taskId));
  return [...kept, ...gone.map((entry) => ({ before: entry, after: null, changed: [...entryParts] }))];
}
