import { Readable } from 'node:stream';
import { missingFile } from '@/app/api/missing-file';
import { exportAgencyReport } from '@/lib/documents/agency-report/agency-report';
import { attachment, mediaTypes } from '@/lib/server/files/attachment';
import { streamedBody } from '@/lib/server/files/streamed-body';
import { requireScope } from '@/lib/server/session/session';

type Context = { params: Promise<{ reportId: string; number: string }> };

/**
 * GET /filing/[reportId]/versions/[number]/document: a filed version as .docx for printing and sealing, for accounts
 * that may read the report; 404 for all others.
 */
export async function GET(_request: Request, { params }: Context) {
  const { reportId, number } = await params;
  const reader = await requireScope();
  const asked = /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 0;
  const file = await exportAgencyReport(reader, reportId, asked);
  if (!file) return missingFile();
  return attachment(
    streamedBody(async () => Readable.from(file.bytes)),
    { name: file.name, mediaType: mediaTypes.docx },
  );
}
