import { Readable } from 'node:stream';
import { mayImport } from '@/lib/domain/plan/plan-import-rights';
import { findImport } from '@/lib/plans/import/data';
import { faultyWorkbook } from '@/lib/plans/import/faulty-workbook';
import { attachment, fileNameOf, mediaTypes } from '@/lib/server/files/attachment';
import { streamedBody } from '@/lib/server/files/streamed-body';
import { requireSession } from '@/lib/server/session/session';
import { missingFile } from '../../../../../api/missing-file';

/** GET: the file of an import as it was mended, with a column of its problems, for the coordinators of its office. */
export async function GET(_request: Request, { params }: RouteContext<'/plans/imports/[importId]/file'>) {
  const { importId } = await params;
  const { actor } = await requireSession();
  const stored = await findImport(importId);
  if (!stored || !mayImport(actor, stored.officeId)) return missingFile();
  const { name, bytes } = await faultyWorkbook(stored);
  const body = streamedBody(async () => Readable.from(bytes));
  return attachment(body, { name: fileNameOf(name, 'xlsx'), mediaType: mediaTypes.xlsx });
}
