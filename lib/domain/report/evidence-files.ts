const usualKinds = [
  ...(['pdf', 'ofd', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'ppt', 'pptx', 'dps'] as const),
  ...(['jpg', 'png'] as const),
] as const;

/**
 * The kinds of file that a portal may accept as evidence: office documents in use at agencies, pictures, and, only where
 * the settings name them, archives, whose content nobody can see before it is unpacked.
 */
export const evidenceKinds = [...usualKinds, 'zip', 'rar'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The type of a file by its bytes, whatever its name. `doc`, `xls` and `ppt` are the compound files of older programs. */
export type ContentType = Exclude<EvidenceKind, 'wps' | 'et' | 'dps'>;

/** The limits on evidence: bytes of one file, files of one entry, accepted kinds. */
export type EvidenceLimits = { bytes: number; perEntry: number; kinds: readonly EvidenceKind[] };

/** 20 MB per file, ten per entry, all kinds but archives, unless the settings say otherwise. */
export const defaultEvidenceLimits: EvidenceLimits = {
  bytes: 20 * 1024 * 1024,
  perEntry: 10,
  kinds: usualKinds,
};

/** A file is withheld while its scan is pending, and for good if it was found infected. */
export const evidenceScans = ['not_required', 'pending', 'clean', 'infected'] as const;
export type EvidenceScan = (typeof evidenceScans)[number];

/** Says whether a file with this scan result may be downloaded. */
export function isReleased(scan: EvidenceScan): boolean {
  return scan === 'clean' || scan === 'not_required';
}

/**
 * The scan result as it counts now: a file that was stored while no scanner was set waits as soon as there is one,
 * because nobody has seen yet whether it is clean.
 */
export function scanNow(scan: EvidenceScan, hasScanner: boolean): EvidenceScan {
  return scan === 'not_required' && hasScanner ? 'pending' : scan;
}

/** A file of an entry, as far as the domain rules and a filed version need it. */
export type StoredEvidence = { id: string; name: string; size: number; digest: string; scan: EvidenceScan };
