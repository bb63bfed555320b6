/**
 * Content for which a document is refused, whatever its name: what runs when it is opened, what it fetches from
 * elsewhere, and what nobody can check.
 */
export const unsafeContents = [
  'macros',
  'control',
  'template',
  'picture',
  'link',
  'object',
  'program',
  'encrypted',
  'bomb',
  'unreadable',
] as const;

/** Content for which a document is refused, with the part of the document in which it was found. */
export type UnsafeContent = { kind: (typeof unsafeContents)[number]; part: string };

type Rules = readonly (readonly [RegExp, UnsafeContent['kind']])[];

function firstOf(rules: Rules, text: string): UnsafeContent['kind'] | null {
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const unsafeNames: Rules = [
  [/(^|\/)vba(project.*\.bin|data\.xml)$|(^|\/)(intl)?macrosheets\//i, 'macros'],
  [/(^|\/)activex\//i, 'control'],
  [/(^|\/)externallinks\/[^/]+\.xml$/i, 'link'],
  [
    /\.(exe|com|scr|pif|dll|cpl|msi|msp|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|jar|reg|scf|chm|docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm)$/i,
    'program',
  ],
];

const unsafeTypes: Rules = [
  [/macroenabled|vbaproject|vbadata|macrosheet/i, 'macros'],
  [/activex/i, 'control'],
  [/\.externallink\b|webextension/i, 'link'],
];

/** Says for which reason a part is refused by its name; null for none. */
export function refuseName(name: string): UnsafeContent['kind'] | null {
  return firstOf(unsafeNames, name);
}

/** Says for which reason a part is refused by its media type in [Content_Types].xml; null for none. */
export function refuseMediaType(type: string): UnsafeContent['kind'] | null {
  return firstOf(unsafeTypes, type);
}

/** A relationship of a document's part (ISO/IEC 29500-2). */
export type Relationship = { type: string; target: string; isExternal: boolean };

const unsafeRelations: Rules = [
  [/\/(wordvbadata|vbaproject.*|xl(intl)?macrosheet)$/i, 'macros'],
  [/\/(activex.*|control)$/i, 'control'],
  [/\/(externallink|webextension.*)$/i, 'link'],
  [/\/afchunk$/i, 'object'],
];

const unsafeTargets: Rules = [
  [/\/attachedtemplate$/i, 'template'],
  [/\/image$/i, 'picture'],
];

/** Word writes down where a template lies on the author's disk; nobody else can put a file there. */
const onOwnDisk = /^(file:\/\/\/)?[a-z]:([\\/]|%5c|%2f)/i;
const hasPlaceElsewhere = /^([a-z][a-z\d+.-]*:|[\\/]{2})/i;

/**
 * Says for which reason a relationship is refused; null for none. A hyperlink may lead anywhere, because it is followed
 * only by whoever clicks on it; everything else outside the document is fetched when the document is opened.
 */
export function refuseRelationship({ type, target, isExternal }: Relationship): UnsafeContent['kind'] | null {
  const inside = firstOf(unsafeRelations, type);
  if (inside || !(isExternal || hasPlaceElsewhere.test(target)) || /\/hyperlink$/i.test(type)) return inside;
  const reason = firstOf(unsafeTargets, type) ?? 'link';
  return reason === 'template' && onOwnDisk.test(target) ? null : reason;
}

/** Entries of a container, bytes unpacked, and how often larger they may be than what was packed. */
export const packageBounds = { entries: 10_000, bytes: 200 * 1024 * 1024, ratio: 150, smallest: 20 * 1024 * 1024 };

/** Says whether a container unpacks to more than any document does; the ratio counts for large ones alone. */
export function isBomb({ entries, packed, unpacked }: { entries: number; packed: number; unpacked: number }): boolean {
  const { ratio, smallest, ...most } = packageBounds;
  return entries > most.entries || unpacked > most.bytes || (unpacked > smallest && unpacked > packed * ratio);
}
