import 'server-only';
import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { ContentType } from '@/lib/domain/report/evidence-files';
import { zipNames } from './zip-names';

const plain: Record<string, ContentType> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  jpg: 'jpg',
  png: 'png',
  apng: 'png',
};

// Streams of a text document as the directory of a compound file names them; an installer or a spreadsheet is a
// compound file too.
const textStreams = ['WordDocument', 'WpsContent'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));
const longestStream = Math.max(...textStreams.map((name) => name.length));

/**
 * The type of a zip file: OFD (GB/T 33190-2016) has OFD.xml at its root; Office documents without macros have their
 * main part.
 */
async function packedContent(handle: FileHandle): Promise<ContentType> {
  const names = await zipNames(handle);
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('[Content_Types].xml') || [...names].some((name) => name.endsWith('vbaProject.bin'))) return 'other';
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : 'other';
}

async function isTextDocument(handle: FileHandle): Promise<boolean> {
  let seam = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([seam, chunk]);
    if (textStreams.some((name) => bytes.includes(name))) return true;
    seam = bytes.subarray(-longestStream);
  }
  return false;
}

/** Gives the type of a file by its bytes alone. */
export async function sniffContent(file: string): Promise<ContentType> {
  const { ext = '' } = (await fileTypeFromFile(file)) ?? {};
  if (plain[ext]) return plain[ext];
  if (ext !== 'zip' && ext !== 'cfb') return 'other';
  const handle = await open(file);
  try {
    if (ext === 'zip') return await packedContent(handle);
    return (await isTextDocument(handle)) ? 'ole' : 'other';
  } finally {
    await handle.close();
  }
}
