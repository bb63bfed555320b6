import 'server-only';
import type { DocumentSource } from '@/lib/documents/document-source';
import type { Actor, ReportScope } from '@/lib/domain/authorization';
import { fileNameOf } from '@/lib/office-files/file-name';
import type { OfficialDocument } from '@/lib/office-files/official/official-document';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { log } from '@/lib/server/process/log';
import { requestAddress } from '@/lib/server/session/request';
import { countSummary, getSummary, listLeftOut } from '@/lib/summaries/data';
import { listEntries, type SummaryEntry } from '@/lib/summaries/entries/data';
import { summaryDocument } from './summary-document';

/** Number of units read at once. */
const batch = 10;
const mostAgencies = 100_000;
/** Milliseconds that a slow client may take; until then the database keeps the state in which the export began. */
const longest = 600_000;
/** Bytes buffered for a client: a document of the usual size is written at once, however slow the client is. */
const ahead = 4 * 1024 * 1024;

async function* batchesOf(
  scope: ReportScope,
  { summaryId, units }: { summaryId: string; units: number },
  client: Transaction,
): AsyncGenerator<SummaryEntry[]> {
  for (let first = 1; first <= units; first += batch) {
    yield await listEntries(scope, { summaryId, first, last: first + batch - 1 }, client);
  }
}

async function* eachOf(batches: AsyncIterable<SummaryEntry[]>): AsyncGenerator<SummaryEntry> {
  for await (const entries of batches) yield* entries;
}

/**
 * Gives a draft as a document whose texts are read while it is written, in batches that pass through `withProgress`; null where
 * there is no readable draft.
 */
export async function readSummaryDocument(
  scope: ReportScope,
  summaryId: string,
  client: Transaction,
  withProgress: DocumentSource['withProgress'] = (batches) => batches,
): Promise<OfficialDocument | null> {
  const summary = await getSummary(scope, summaryId, client);
  if (!summary) return null;
  const counts = await countSummary(scope, summary, client);
  const leftOut = await listLeftOut(scope, summaryId, mostAgencies, client);
  const { units } = counts;
  return summaryDocument({
    summary,
    counts,
    leftOut,
    entries: () => eachOf(withProgress(batchesOf(scope, { summaryId, units }, client))),
  });
}

/** Writes the document from one state of the database, whatever is changed meanwhile. */
async function write(scope: ReportScope, summaryId: string, into: WritableStream<Uint8Array>): Promise<void> {
  const writer = into.getWriter();
  try {
    await db.$transaction(
      async (transaction) => {
        const document = await readSummaryDocument(scope, summaryId, transaction);
        if (!document) throw new Error('the summary is gone');
        for await (const chunk of writeOfficialDocument(document)) await writer.write(chunk);
      },
      { isolationLevel: 'RepeatableRead', timeout: longest },
    );
    await writer.close();
  } catch (error) {
    // Also when the client has disconnected: its partial file must not look complete.
    log.warn({ err: error, summaryId }, 'a summary was not written to its end');
    await writer.abort(error).catch(() => undefined);
  }
}

/**
 * Gives a draft as a .docx that is written while it is downloaded, recorded like every export; null where the scope has
 * none.
 */
export async function exportSummary(
  { actor, scope }: { actor: Actor; scope: ReportScope | null },
  summaryId: string,
): Promise<{ name: string; body: ReadableStream<Uint8Array> } | null> {
  const summary = scope && (await getSummary(scope, summaryId));
  if (!summary) return null;
  await recordEvent(db, {
    name: 'summary-exported',
    accountId: actor.accountId,
    address: await requestAddress(),
    detail: { summaryId, version: summary.version, orderVersion: summary.orderVersion },
  });
  const waiting = new ByteLengthQueuingStrategy({ highWaterMark: ahead });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({}, undefined, waiting);
  void write(scope, summaryId, writable);
  return { name: fileNameOf(summary.title, 'docx'), body: readable };
}
