import 'server-only';
import type { DocumentSource, SummaryDocument, WrittenDocument } from '@/lib/documents/document-source';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { countSummary, getSummary, listLeftOut } from '@/lib/summaries/data';
import { listEntries, type SummaryEntry } from '@/lib/summaries/entries/data';
import { summaryDocument } from './summary-document';

/** Number of units read at once. */
const batch = 10;
const mostAgencies = 100_000;

type Source = DocumentSource<SummaryDocument>;

async function* batchesOf(
  { client, scope, wanted: { summaryId } }: Source,
  units: number,
): AsyncGenerator<SummaryEntry[]> {
  for (let first = 1; first <= units; first += batch) {
    yield await listEntries(scope, { summaryId, first, last: first + batch - 1 }, client);
  }
}

async function* eachOf(batches: AsyncIterable<SummaryEntry[]>): AsyncGenerator<SummaryEntry> {
  for await (const entries of batches) yield* entries;
}

/**
 * Writes the 季度汇总 of a draft in its current state, in batches that pass through `withProgress`. It reads each task once
 * for the text and once more for the annex table.
 */
export async function writeSummary(source: Source): Promise<WrittenDocument> {
  const { client, scope, wanted, withProgress } = source;
  const summary = await getSummary(scope, wanted.summaryId, client);
  if (!summary) throw new Error('the draft is gone');
  const counts = await countSummary(scope, summary, client);
  const leftOut = await listLeftOut(scope, summary.id, mostAgencies, client);
  const entries = () => eachOf(withProgress(batchesOf(source, counts.units)));
  const document = summaryDocument({ summary, counts, leftOut, entries });
  return {
    total: summary.withTable ? counts.entries * 2 : counts.entries,
    bytes: writeOfficialDocument(document),
  };
}
