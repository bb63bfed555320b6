import 'server-only';
import { coversOffice, scopeOf } from '@/lib/domain/authorization';
import { documentDays } from '@/lib/domain/review/documents';
import { portalNow, realNow } from '@/lib/server/clock';
import { type IncomingFile, receiveFile } from '@/lib/server/files/incoming-file';
import { storage } from '@/lib/server/files/storage-choice';
import { type DocumentOrder, findDocumentOrder, isDigestKept } from './data';
import type { WrittenDocument } from './document-source';
import { finishDocument, forgetOldDocuments, reportDocumentProgress } from './mutations';
import { type WantedDocument, writeDocument } from './write-document';

/** In bytes; far more than the documents of any plan need. */
const largest = 1024 * 1024 * 1024;
/** Milliseconds; enough for the longest ledger on the slowest disk. */
const longest = 30 * 60 * 1_000;
const day = 24 * 60 * 60 * 1_000;

/** Passes batches of rows on, and stores the number of rows written. */
function progressOf(documentId: string) {
  let done = 0;
  return async function* withProgress<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
    for await (const rows of batches) {
      yield rows;
      // The next batch is requested only after this one was written.
      done += rows.length;
      await reportDocumentProgress(documentId, { done, failed: false });
    }
  };
}

/** Receives the written bytes; an error of the writer is rethrown unchanged. */
async function received(bytes: AsyncIterable<Uint8Array>): Promise<IncomingFile> {
  let cause: unknown;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      cause = error;
      throw error;
    }
  }
  const result = await receiveFile(watched(), { limit: largest });
  if (result.ok) return result.value;
  throw cause ?? new Error(`a document could not be kept: ${result.refusal.code}`);
}

function wantedOf({ kind, summaryId, ...about }: DocumentOrder, countedAt: Date): WantedDocument {
  return kind === 'summary' ? { kind, summaryId: summaryId ?? '' } : { ...about, kind, countedAt };
}

/** Writes the document outside the store. */
async function written(order: DocumentOrder, countedAt: Date): Promise<{ file: IncomingFile; total: number }> {
  const scope = order.requestedBy && scopeOf(order.requestedBy);
  if (!scope || !coversOffice(scope, order.plan.officeId))
    throw new Error('who asked for the document may not read the reports any more');
  const source = { scope, wanted: wantedOf(order, countedAt), withProgress: progressOf(order.id) };
  const keep = async ({ total, bytes }: WrittenDocument) => {
    await reportDocumentProgress(order.id, { done: 0, total, failed: false });
    return { file: await received(bytes), total };
  };
  return writeDocument(source, keep, longest);
}

async function letGo(digest: string): Promise<void> {
  if (!(await isDigestKept(digest))) await (await storage()).delete(digest);
}

async function keep(documentId: string, file: IncomingFile, facts: { total: number; countedAt: Date }): Promise<void> {
  try {
    const { digest, size } = file;
    await (await storage()).put(digest, file.path);
    if (!(await finishDocument(documentId, { digest, size, ...facts }))) await letGo(digest);
  } finally {
    await file.discard();
  }
}

/**
 * Writes a requested document and stores its bytes. After any interruption the next worker starts over; if two workers
 * write the same document, the first to finish counts.
 */
export async function exportDocument(documentId: string): Promise<void> {
  const order = await findDocumentOrder(documentId);
  if (!order || order.isFinished) return;
  try {
    const countedAt = await portalNow();
    const { file, total } = await written(order, countedAt);
    await keep(documentId, file, { total, countedAt });
  } catch (error) {
    await reportDocumentProgress(documentId, { done: 0, failed: true });
    throw error;
  }
}

/** Marks a document as failed after all its attempts broke off or were killed. */
export function giveUpDocument(documentId: string): Promise<void> {
  return reportDocumentProgress(documentId, { done: 0, failed: true });
}

/** Deletes documents after their time; they can be requested again. */
export async function deleteOldDocuments(): Promise<void> {
  const before = new Date(realNow().getTime() - documentDays * day);
  for (const digest of await forgetOldDocuments(before)) await letGo(digest);
}
