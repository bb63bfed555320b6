import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';
import { type ContentType, type EvidenceKind, type EvidenceLimits, evidenceKinds } from './evidence-files';

/** WPS writes its extensions on a compound file, in newer editions on a zipped document. */
const contentsOfWps = { wps: ['doc', 'docx'], et: ['xls', 'xlsx'], dps: ['ppt', 'pptx'] } as const;

function contentsOf(kind: EvidenceKind): readonly ContentType[] {
  return kind === 'wps' || kind === 'et' || kind === 'dps' ? contentsOfWps[kind] : [kind];
}

/** Most characters in a file name; the column of Evidence holds more. */
const longestName = 120;

// Control characters, direction marks (used to disguise an extension), and characters that file systems forbid.
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu;

/** Puts a mark before the extension; the words before it are cut where there is no room for all. */
function marked(name: string, mark: string): string {
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  const words = [...name.slice(0, name.length - extension.length)];
  return words.slice(0, longestName - [...mark, ...extension].length).join('') + mark + extension;
}

/**
 * Gives a name under which a file can be stored and saved anywhere: no folders, no hidden characters; '' if nothing is
 * left.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(unsafe, '').replace(/\s+/g, ' ');
  return marked(plain.replace(/^[\s.]+|[\s.]+$/g, ''), '');
}

/** Names that differ in case or width alone are one, as on most computers. */
const compared = (name: string) => name.normalize('NFKC').toLowerCase();

/**
 * Gives a file a name that no other file of its task has: a second 完成率.pdf becomes 完成率(2).pdf, because its reader could
 * not tell which of the two is meant.
 */
export function nameApart(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map(compared));
  let apart = name;
  for (let number = 2; names.has(compared(apart)); number += 1) apart = marked(name, `(${number})`);
  return apart;
}

/** Gives the kind that a file name claims by its extension; null for one that is not accepted. */
export function claimedKind(name: string): EvidenceKind | null {
  const extension = /[^.]\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = extension === 'jpeg' ? 'jpg' : extension;
  return evidenceKinds.find((each) => each === kind) ?? null;
}

/**
 * Checks a file before any byte of it is sent: its name and its size in bytes. Refuses `evidence-kind-not-taken`,
 * `evidence-empty` and `evidence-too-large`.
 */
export function checkBeforeSending(file: { name: string; size: number }, limits: EvidenceLimits): Result<EvidenceKind> {
  const kind = claimedKind(safeFileName(file.name));
  if (!kind || !limits.kinds.includes(kind)) return refused({ code: 'evidence-kind-not-taken', kinds: limits.kinds });
  if (file.size === 0) return refused({ code: 'evidence-empty' });
  if (file.size > limits.bytes) return refused({ code: 'evidence-too-large', bytes: limits.bytes });
  return accepted(kind);
}

/** Refuses a file whose content is of another type than its name claims (`evidence-type-differs`). */
export function refuseLie(kind: EvidenceKind, found: readonly ContentType[]): Refusal | null {
  return contentsOf(kind).some((content) => found.includes(content)) ? null : { code: 'evidence-type-differs', kind };
}

/** Refuses a file beyond the number that an entry may have (`evidence-full`). */
export function refuseOneMore(present: number, perEntry: number): Refusal | null {
  return present < perEntry ? null : { code: 'evidence-full', perEntry };
}
