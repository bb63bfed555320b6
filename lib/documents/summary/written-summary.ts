import 'server-only';
import type { DocumentSource, WrittenDocument } from '@/lib/documents/document-source';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';
import { countSummary, getSummary } from '@/lib/summaries/data';
import { readSummaryDocument } from './summary-export';

/**
 * Writes the 季度汇总 of a draft in its current state. It reads each task once for the text and once more for the annex
 * table.
 */
export async function writeSummary({ client, scope, order, withProgress }: DocumentSource): Promise<WrittenDocument> {
  const summaryId = order.summaryId ?? '';
  const summary = await getSummary(scope, summaryId, client);
  const document = await readSummaryDocument(scope, summaryId, client, withProgress);
  if (!summary || !document) throw new Error('the draft is gone');
  const { entries } = await countSummary(scope, summary, client);
  return { total: summary.withTable ? entries * 2 : entries, bytes: writeOfficialDocument(document) };
}
