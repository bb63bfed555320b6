/** The kinds of file accepted as evidence: office documents in use at agencies, and pictures. */
export const evidenceKinds = ['pdf', 'ofd', 'docx', 'xlsx', 'wps', 'jpg', 'png'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The type of a file by its bytes, whatever its name. `ole` is the compound file of the older WPS and Word. */
export type ContentType = 'pdf' | 'ofd' | 'docx' | 'xlsx' | 'ole' | 'jpg' | 'png' | 'other';

/** The limits on evidence: bytes of one file, files of one entry, accepted kinds. */
export type EvidenceLimits = { bytes: number; perEntry: number; kinds: readonly EvidenceKind[] };

/** 20 MB per file, ten per entry, all kinds, unless the settings say otherwise. */
export const defaultEvidenceLimits: EvidenceLimits = {
  bytes: 20 * 1024 * 1024,
  perEntry: 10,
  kinds: evidenceKinds,
};

/** A file is withheld while its scan is pending, and for good if it was found infected. */
export const evidenceScans = ['not_required', 'pending', 'clean', 'infected'] as const;
export type EvidenceScan = (typeof evidenceScans)[number];

/** Says whether a file with this scan result may be downloaded. */
export function isReleased(scan: EvidenceScan): boolean {
  return scan === 'clean' || scan === 'not_required';
}

/** A file of an entry, as far as the domain rules and a filed version need it. */
export type StoredEvidence = { id: string; name: string; size: number; digest: string; scan: EvidenceScan };
