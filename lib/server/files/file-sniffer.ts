import 'server-only';
import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { UnsafeContent } from '@/lib/domain/report/evidence-content';
import type { ContentType } from '@/lib/domain/report/evidence-files';
import { compoundBeginning, readCompound } from './compound-marks';
import { readPackage } from './zip-package';

/** The types that a file may be by its bytes alone (none for a file that no portal accepts), and what is refused in it. */
export type Examined = { types: ContentType[]; unsafe: UnsafeContent | null };

const plain: Record<string, ContentType> = { pdf: 'pdf', jpg: 'jpg', png: 'png', apng: 'png', rar: 'rar' };

const zipBeginning = '504b0304';

/** The main part of each Office document (ISO/IEC 29500), and of OFD (GB/T 33190-2016), which has it at its root. */
const mainParts: Record<string, ContentType> = {
  'OFD.xml': 'ofd',
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
};

function packedTypes(names: ReadonlySet<string>): ContentType[] {
  if (names.size === 0) return [];
  const isOffice = names.has('[Content_Types].xml');
  if (!isOffice && !names.has('OFD.xml')) return ['zip'];
  const main = Object.keys(mainParts).find((part) => names.has(part) && (isOffice || part === 'OFD.xml'));
  return main && mainParts[main] ? [mainParts[main]] : [];
}

async function examinePackage(handle: FileHandle): Promise<Examined> {
  const { names, unsafe } = await readPackage(handle);
  return { types: packedTypes(names), unsafe };
}

async function examineCompound(handle: FileHandle): Promise<Examined> {
  const { types, kind } = await readCompound(handle.createReadStream({ start: 0, autoClose: false }));
  return { types, unsafe: kind && { kind, part: '' } };
}

async function beginningOf(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.subarray(0, bytesRead).toString('hex');
}

/** Examines a file by its bytes, whatever its name. PDF and pictures are not looked into, see docs/decisions/018. */
export async function examineFile(file: string): Promise<Examined> {
  const handle = await open(file);
  try {
    const beginning = await beginningOf(handle);
    if (beginning === zipBeginning) return await examinePackage(handle);
    if (beginning === compoundBeginning) return await examineCompound(handle);
  } finally {
    await handle.close();
  }
  const { ext = '' } = (await fileTypeFromFile(file)) ?? {};
  return { types: plain[ext] ? [plain[ext]] : [], unsafe: null };
}
