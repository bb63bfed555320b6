import 'server-only';
import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { ContentType } from '@/lib/domain/report/evidence-files';
import { zipNames } from './zip-names';

const plain: Record<string, ContentType> = { pdf: 'pdf', jpg: 'jpg', png: 'png', apng: 'png', rar: 'rar' };

const firstBytes = { zip: '504b0304', compound: 'd0cf11e0' } as const;

/** The main part of each Office document (ISO/IEC 29500), and of OFD (GB/T 33190-2016), which has it at its root. */
const mainParts: Record<string, ContentType> = {
  'OFD.xml': 'ofd',
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
};

/** Streams of older documents as the directory of a compound file names them; an installer is a compound file too. */
const streams: readonly (readonly [string, ContentType])[] = [
  ['WordDocument', 'doc'],
  ['WpsContent', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];
/** The storage in which every Office program keeps macros. */
const macros = '_VBA_PROJECT';

const isMacroPart = (name: string) => /vbaProject\.bin$|vbaData\.xml$/i.test(name);

/** The types of a zip file; none for a document with macros. */
async function packedContents(handle: FileHandle): Promise<ContentType[]> {
  const names = await zipNames(handle);
  if (names.size === 0 || [...names].some(isMacroPart)) return [];
  const isOffice = names.has('[Content_Types].xml');
  if (!isOffice && !names.has('OFD.xml')) return ['zip'];
  const main = Object.keys(mainParts).find((part) => names.has(part) && (isOffice || part === 'OFD.xml'));
  return main && mainParts[main] ? [mainParts[main]] : [];
}

const entryNamed = (name: string) => Buffer.from(`${name}\0`, 'utf16le');
const sought = [...streams.map(([name]) => name), macros].map((name) => ({ name, bytes: entryNamed(name) }));
const longestName = Math.max(...sought.map(({ bytes }) => bytes.length));

/** The types of a compound file: several where one document lies inside another, none for one with macros. */
async function compoundContents(handle: FileHandle): Promise<ContentType[]> {
  const found = new Set<string>();
  let seam = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([seam, chunk]);
    for (const { name, bytes: wanted } of sought) if (bytes.includes(wanted)) found.add(name);
    seam = bytes.subarray(-longestName);
  }
  if (found.has(macros)) return [];
  return streams.filter(([name]) => found.has(name)).map(([, type]) => type);
}

async function beginningOf(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.subarray(0, bytesRead).toString('hex');
}

/** Gives the types that a file may be by its bytes alone; none for a file that no portal accepts. */
export async function sniffContent(file: string): Promise<ContentType[]> {
  const handle = await open(file);
  try {
    const beginning = await beginningOf(handle);
    if (beginning === firstBytes.zip) return await packedContents(handle);
    if (beginning === firstBytes.compound) return await compoundContents(handle);
  } finally {
    await handle.close();
  }
  const { ext = '' } = (await fileTypeFromFile(file)) ?? {};
  return plain[ext] ? [plain[ext]] : [];
}
