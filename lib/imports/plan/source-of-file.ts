import 'server-only';
import { Readable } from 'node:stream';
import type { PlanProblemCode } from '@/lib/domain/plan/plan-import';
import { plainText } from '@/lib/domain/report/plain-text';
import { compoundBeginning, readCompound } from '@/lib/server/files/compound-marks';
import { readCsvSource } from './csv-source';
import { isWorkbookPart, readExcelSource, TooManyRows, workbookPart } from './excel-source';
import { readHtmlSource } from './html-source';
import { TooLarge, unpackParts } from './packed-file';
import type { SourceBlock, SourceResult } from './plan-source';
import { decodeText } from './text-encoding';
import { readTextSource, withTypedTables } from './text-source';
import { isWordPart, readWordSource } from './word-source';

/** Bytes of the largest file that is read; with pictures a notice has a few megabytes. */
export const planFileLimit = 20_000_000;

/** Lines of a text: far more than any plan. */
const mostLines = 20_000;

const refuse = (code: PlanProblemCode): SourceResult => ({ ok: false, problems: [{ code, at: null }] });

/** An old document of Word or Excel, or a new one with a password, which lies in the same container. */
async function refuseCompound(file: Buffer): Promise<SourceResult> {
  const { types, kind } = await readCompound(Readable.from([file]));
  if (kind === 'encrypted') return refuse('file-with-password');
  if (types.includes('doc')) return refuse('file-of-old-word');
  return refuse(types.includes('xls') ? 'file-of-old-excel' : 'file-kind');
}

async function readPacked(file: Buffer): Promise<SourceResult> {
  try {
    const parts = await unpackParts(file, (name) => isWordPart(name) || isWorkbookPart(name));
    const blocks: SourceBlock[] | null = parts.has(workbookPart) ? readExcelSource(parts) : readWordSource(parts);
    return blocks ? { ok: true, blocks: withTypedTables(blocks) } : refuse('file-kind');
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file-too-large');
    if (error instanceof TooManyRows) return refuse('too-many-rows');
    // A file that the readers of its format do not understand is a damaged one to whoever sent it.
    return refuse('file-damaged');
  }
}

/** A table that a browser or another system wrote, under whatever name. */
function readMarkup(text: string): SourceResult {
  if (text.split(/<tr/i, mostLines + 2).length > mostLines + 1) return refuse('too-many-rows');
  try {
    return { ok: true, blocks: withTypedTables(readHtmlSource(text)) };
  } catch (error) {
    // Markup in markup some ten thousand deep is nobody's table.
    if (error instanceof RangeError) return refuse('file-damaged');
    throw error;
  }
}

function readTyped(name: string, text: string): SourceResult {
  if (text.trim() === '') return refuse('file-empty');
  if (/^\s*</.test(text) && /<(table|p|div|html|body|h[1-6]|ol|ul)[\s>]/i.test(text)) return readMarkup(text);
  if (text.split('\n', mostLines + 2).length > mostLines + 1) return refuse('too-many-rows');
  return /\.csv$/i.test(name) ? readCsvSource(text) : { ok: true, blocks: readTextSource(text) };
}

/** Gives the blocks of a file by the one rule for texts, without paragraphs that say nothing. */
function inPlainText(source: SourceResult): SourceResult {
  if (!source.ok) return source;
  const plain = (text: string) => plainText(text).trim();
  const blocks = source.blocks.flatMap((block): SourceBlock[] => {
    if (block.kind === 'paragraph') return plain(block.text) ? [{ ...block, text: plain(block.text) }] : [];
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: plain(cell.text) })),
    }));
    return [{ ...block, rows }];
  });
  return { ok: true, blocks };
}

/**
 * Reads what a file holds by its content: .docx, .xlsx, the markup of what was copied, or text in UTF-8, UTF-16 or GB18030,
 * which is .csv where its name says so. Gives the problem of the file otherwise; nothing is thrown for any content.
 */
export async function readSource(name: string, file: Buffer): Promise<SourceResult> {
  return inPlainText(await readContent(name, file));
}

async function readContent(name: string, file: Buffer): Promise<SourceResult> {
  if (file.length === 0) return refuse('file-empty');
  if (file.length > planFileLimit) return refuse('file-too-large');
  const beginning = file.subarray(0, 4).toString('hex');
  if (beginning.startsWith('504b')) return readPacked(file);
  if (beginning === compoundBeginning) return refuseCompound(file);
  if (beginning === '25504446') return refuse('file-kind');
  const decoded = decodeText(file);
  if (decoded.ok) return readTyped(name, decoded.text);
  return { ok: false, problems: [{ code: decoded.code, at: { row: { line: 1 } } }] };
}
