import type { Quarter } from '@/lib/domain/calendar/quarter';
import type { EntryContent } from './completeness';
import type { StoredEvidence } from './evidence-files';

/** What a filed version holds for ever: the report as it read at the moment of filing. */
export type ReportSnapshot = {
  plan: { code: string; title: string };
  agency: { code: string; name: string };
  quarter: Quarter;
  version: number;
  entries: SnapshotEntry[];
};

/** A file that bears an entry out, as a filed version names it: the digest stands for its bytes. */
export type SnapshotEvidence = { id: string; name: string; size: number; digest: string };

export type SnapshotEntry = EntryContent & {
  taskId: string;
  taskCode: string;
  taskText: string;
  /** Absent where there is none, so that the digests of what was filed before there was evidence stay true. */
  evidence?: SnapshotEvidence[];
};

/** An entry as a filed version keeps it: with its files, but for those that were found infected. */
export function snapshotEntry(
  entry: Omit<SnapshotEntry, 'evidence'> & { evidence?: readonly StoredEvidence[] },
): SnapshotEntry {
  const { evidence = [], ...text } = entry;
  const listed = evidence
    .filter(({ scan }) => scan !== 'infected')
    .map(({ id, name, size, digest }) => ({ id, name, size, digest }));
  return listed.length > 0 ? { ...text, evidence: listed } : text;
}

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
