/** The four parts that the notice requires, in its order: 工作进展情况、存在问题、取得成效、下一步工作. */
export const sections = ['progress', 'problems', 'results', 'nextSteps'] as const;
export type Section = (typeof sections)[number];

export const progressLights = ['normal', 'attention', 'blocked', 'completed'] as const;
export type ProgressLight = (typeof progressLights)[number];

/** Most characters in a section, and in the reason for no progress; the columns of Entry have the same limits. */
export const sectionLimit = 3000;
export const reasonLimit = 500;

export type EntryContent = Record<Section, string> & {
  noProgress: boolean;
  noProgressReason: string;
  noProblems: boolean;
  light: ProgressLight | null;
};

export type EntryField = Section | 'noProgressReason' | 'light';
export type MissingPart = { taskId: string; field: EntryField };

/** Counts characters as a reader does: one per character, whatever its width. */
export function countCharacters(text: string): number {
  return [...text].length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * Lists the fields that an entry lacks for filing. Each section is required unless it is explicitly confirmed as 本季度无进展
 * (with its reason; then neither progress nor results are required) or 无存在问题. A light is always required.
 */
export function missingFields(entry: EntryContent): EntryField[] {
  const missing: EntryField[] = [];
  if (entry.noProgress) {
    if (isBlank(entry.noProgressReason)) missing.push('noProgressReason');
  } else {
    if (isBlank(entry.progress)) missing.push('progress');
    if (isBlank(entry.results)) missing.push('results');
  }
  if (!entry.noProblems && isBlank(entry.problems)) missing.push('problems');
  if (isBlank(entry.nextSteps)) missing.push('nextSteps');
  if (entry.light === null) missing.push('light');
  return missing;
}

/** Lists the parts that a report lacks for filing, task by task in the given order. */
export function missingParts(entries: readonly (EntryContent & { taskId: string })[]): MissingPart[] {
  return entries.flatMap((entry) => missingFields(entry).map((field) => ({ taskId: entry.taskId, field })));
}
