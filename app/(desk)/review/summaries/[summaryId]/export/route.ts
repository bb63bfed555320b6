import { missingFile } from '@/app/api/missing-file';
import { downloadDocument } from '@/lib/documents/write-document';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { attachment, fileNameOf, mediaTypes } from '@/lib/server/files/attachment';
import { requestAddress } from '@/lib/server/session/request';
import { requireScope } from '@/lib/server/session/session';
import { getSummary } from '@/lib/summaries/data';

/**
 * GET /review/summaries/[summaryId]/export: a draft of the period's summary as .docx, for the division and the leader;
 * 404 for all others. It is streamed while it is written, so a broken connection leaves no file that looks complete.
 */
export async function GET(_request: Request, { params }: RouteContext<'/review/summaries/[summaryId]/export'>) {
  const { actor, scope } = await requireScope();
  const summary = scope && (await getSummary(scope, (await params).summaryId));
  if (!summary) return missingFile();
  const { id: summaryId, version, orderVersion } = summary;
  await recordEvent(db, {
    name: 'summary-exported',
    accountId: actor.accountId,
    address: await requestAddress(),
    detail: { summaryId, version, orderVersion },
  });
  const file = { name: fileNameOf(summary.title, 'docx'), mediaType: mediaTypes.docx };
  return attachment(downloadDocument(scope, { kind: 'summary', summaryId }), file);
}
