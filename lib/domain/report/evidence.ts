import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';
import { type ContentType, type EvidenceKind, type EvidenceLimits, evidenceKinds } from './evidence-files';

const contents: Record<EvidenceKind, readonly ContentType[]> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  // WPS writes its own name on a compound file, newer editions on a packed document.
  wps: ['ole', 'docx'],
  jpg: ['jpg'],
  png: ['png'],
};

/** Characters that a name may hold: the column of Evidence has more. */
const longestName = 120;

// Controls, marks that turn the direction of writing (a trick to hide an extension), and what a file system forbids.
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu;

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= longestName) return name;
  const extension = [...(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')];
  return [...characters.slice(0, longestName - extension.length), ...extension].join('');
}

/** Gives a name under which a file can be kept and saved anywhere: no folders, no hidden characters; '' where none is left. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(unsafe, '').replace(/\s+/g, ' ');
  return shortened(plain.replace(/^[\s.]+|[\s.]+$/g, ''));
}

/** The kind that a name claims by its extension, or null for one that is not taken at all. */
export function claimedKind(name: string): EvidenceKind | null {
  const extension = /[^.]\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = extension === 'jpeg' ? 'jpg' : extension;
  return evidenceKinds.find((each) => each === kind) ?? null;
}

/**
 * Checks what is known of a file before a byte of it is sent: its name and its size in bytes.
 * Refuses `evidence-kind-not-taken`, `evidence-empty` and `evidence-too-large`.
 */
export function checkBeforeSending(file: { name: string; size: number }, limits: EvidenceLimits): Result<EvidenceKind> {
  const kind = claimedKind(safeFileName(file.name));
  if (!kind || !limits.kinds.includes(kind)) return refused({ code: 'evidence-kind-not-taken', kinds: limits.kinds });
  if (file.size === 0) return refused({ code: 'evidence-empty' });
  if (file.size > limits.bytes) return refused({ code: 'evidence-too-large', bytes: limits.bytes });
  return accepted(kind);
}

/** A file that lies about its type is refused (`evidence-type-differs`): its content is not what its name says. */
export function refuseLie(kind: EvidenceKind, content: ContentType): Refusal | null {
  return contents[kind].includes(content) ? null : { code: 'evidence-type-differs', kind };
}

/** Refuses one file more than an entry may have. */
export function refuseOneMore(present: number, perEntry: number): Refusal | null {
  return present < perEntry ? null : { code: 'evidence-full', perEntry };
}

/** The Content-Disposition of a file that goes out: RFC 6266, its name by RFC 5987 beside a plain one for old clients. */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
