/** The four parts that the notice asks for, in its order: 工作进展情况、存在问题、取得成效、下一步工作. */
export const sections = ['progress', 'problems', 'results', 'nextSteps'] as const;
export type Section = (typeof sections)[number];

export const progressLights = ['normal', 'attention', 'blocked', 'completed'] as const;
export type ProgressLight = (typeof progressLights)[number];

/** Characters that a section may hold, and the reason for no progress: the columns of Entry have the same bounds. */
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

/** Counts characters as people do: one per character, whatever its width. */
export function countCharacters(text: string): number {
  return [...text].length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * Lists what an entry lacks for filing: each section is required, or explicitly confirmed as
 * 本季度无进展 (with its reason; then neither progress nor results are due) or 无存在问题; and a light.
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

/** Lists what a report lacks for filing, task by task in the given order. */
export function missingParts(entries: readonly (EntryContent & { taskId: string })[]): MissingPart[] {
  return entries.flatMap((entry) => missingFields(entry).map((field) => ({ taskId: entry.taskId, field })));
}
