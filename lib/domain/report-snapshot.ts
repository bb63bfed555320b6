import type { EntryContent } from './completeness';
import type { Quarter } from './quarter';

/** What a filed version holds for ever: the report as it read at the moment of filing. */
export type ReportSnapshot = {
  plan: { code: string; title: string };
  agency: { code: string; name: string };
  quarter: Quarter;
  version: number;
  entries: SnapshotEntry[];
};

export type SnapshotEntry = EntryContent & { taskId: string; taskCode: string; taskText: string };

/**
 * Gives the one text that stands for a snapshot, whatever order its keys came in: JSON with sorted keys and no spaces.
 * The digest on the receipt is taken over it.
 */
export function canonicalForm(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalForm).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalForm(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
