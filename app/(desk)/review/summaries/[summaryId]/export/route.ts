import { missingFile } from '@/app/api/missing-file';
import { textDocumentType } from '@/lib/documents/document-writers';
import { exportSummary } from '@/lib/documents/summary/summary-export';
import { attachmentHeader } from '@/lib/domain/report/evidence';
import { requireScope } from '@/lib/server/session/session';

/**
 * GET /review/summaries/[summaryId]/export: a draft of the period's summary as .docx, for the division and the leader;
 * 404 for all others. It is streamed while it is written, so a broken connection leaves no file that looks complete.
 */
export async function GET(_request: Request, { params }: RouteContext<'/review/summaries/[summaryId]/export'>) {
  const file = await exportSummary(await requireScope(), (await params).summaryId);
  if (!file) return missingFile();
  return new Response(file.body, {
    headers: {
      'Content-Type': textDocumentType,
      'Content-Disposition': attachmentHeader(file.name),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
