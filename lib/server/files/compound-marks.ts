import 'server-only';
import type { UnsafeContent } from '@/lib/domain/report/evidence-content';
import type { ContentType } from '@/lib/domain/report/evidence-files';

/** First bytes of a compound file, in which older Office programs and embedded objects keep their streams. */
export const compoundBeginning = 'd0cf11e0';

/** Streams of older documents as the directory of a compound file names them; an installer is a compound file too. */
const documents: readonly (readonly [string, ContentType])[] = [
  ['WordDocument', 'doc'],
  ['WpsContent', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];

/** Storages and streams of what is refused: macros, a file put into the document, a linked object, an encrypted document. */
const unsafe: readonly (readonly [string, UnsafeContent['kind']])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['_VBA_PROJECT', 'macros'],
  ['_VBA_PROJECT_CUR', 'macros'],
  ['Macros', 'macros'],
  ['\u0001Ole10Native', 'object'],
  ['\u0003LinkInfo', 'link'],
];

/** A presentation keeps its macros in its one stream, and says there that it has some (MS-PPT 2.4.10, 2.4.11). */
const macrosOfPresentation = Buffer.from('1f00ff0314000000020000040c000000', 'hex').toString('latin1');

const entryNamed = (name: string) => Buffer.from(`${name}\0`, 'utf16le').toString('latin1');
const soughtDocuments = documents.map(([name, type]) => ({ text: entryNamed(name), type }));
// Programs find a storage whatever the case of its name.
const soughtUnsafe = unsafe.map(([name, kind]) => ({ text: entryNamed(name).toLowerCase(), kind }));
const longest = Math.max(
  macrosOfPresentation.length + 8,
  ...[...soughtDocuments, ...soughtUnsafe].map(({ text }) => text.length),
);

function hasMacrosOfPresentation(text: string): boolean {
  const at = text.indexOf(macrosOfPresentation);
  return at >= 0 && text.charCodeAt(at + macrosOfPresentation.length + 4) === 1;
}

/**
 * Reads a compound file and gives the types that it may be (several where one document lies inside another), and for
 * which content it is refused.
 */
export async function readCompound(
  chunks: AsyncIterable<Buffer>,
): Promise<{ types: ContentType[]; kind: UnsafeContent['kind'] | null }> {
  const types = new Set<ContentType>();
  const kinds = new Set<UnsafeContent['kind']>();
  let seam = '';
  for await (const chunk of chunks) {
    const text = seam + chunk.toString('latin1');
    const folded = text.toLowerCase();
    for (const { text: wanted, type } of soughtDocuments) if (text.includes(wanted)) types.add(type);
    for (const { text: wanted, kind } of soughtUnsafe) if (folded.includes(wanted)) kinds.add(kind);
    if (hasMacrosOfPresentation(text)) kinds.add('macros');
    seam = text.slice(-longest);
  }
  return { types: [...types].sort(), kind: unsafe.find(([, kind]) => kinds.has(kind))?.[1] ?? null };
}
