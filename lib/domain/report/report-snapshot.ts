import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { EntryContent, EntryForm } from './entry';
import type { StoredEvidence } from './evidence-files';

/** The permanent content of a filed version: the report as it read at the moment of filing. */
export type ReportSnapshot = {
  plan: { code: string; title: string };
  agency: { code: string; name: string };
  quarter: PeriodCode;
  version: number;
  /** Absent under the form of the notice, so that the digests of its versions are made as they always were. */
  form?: EntryForm;
  entries: SnapshotEntry[];
};

/** An evidence file as a filed version lists it; the digest identifies its bytes. */
type SnapshotEvidence = { id: string; name: string; size: number; digest: string };

type EntryFacts = { taskId: string; taskCode: string; taskText: string };

export type SnapshotEntry = EntryContent &
  EntryFacts & {
    /** Absent if there is none, so that the digests of versions filed before evidence was introduced stay valid. */
    evidence?: SnapshotEvidence[];
  };

/** Gives an entry as a filed version keeps it: with its files, except those that were found infected. */
export function snapshotEntry(
  entry: EntryContent & EntryFacts & { evidence?: readonly StoredEvidence[] },
): SnapshotEntry {
  const { evidence = [], ...text } = entry;
  const listed = evidence
    .filter(({ scan }) => scan !== 'infected')
    .map(({ id, name, size, digest }) => ({ id, name, size, digest }));
  return (listed.length > 0 ? { ...text, evidence: listed } : text) as SnapshotEntry;
}

/**
 * Gives the one text that represents a snapshot, whatever the order of its keys: JSON with sorted keys and no spaces.
 * The digest on the receipt is computed from it.
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
