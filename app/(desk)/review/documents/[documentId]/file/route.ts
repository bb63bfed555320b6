import { missingFile, unavailableFile } from '@/app/api/missing-file';
import { getDocument } from '@/lib/documents/data';
import { documentFile } from '@/lib/documents/write-document';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { attachment } from '@/lib/server/files/attachment';
import { openBody } from '@/lib/server/files/storage-choice';
import { log } from '@/lib/server/process/log';
import { requestAddress } from '@/lib/server/session/request';
import { requireScope } from '@/lib/server/session/session';

/**
 * GET /review/documents/[documentId]/file: a finished document, for the division and the leader; 404 for all others,
 * and until it is finished; 503 while the store does not give it.
 */
export async function GET(_request: Request, { params }: RouteContext<'/review/documents/[documentId]/file'>) {
  const { actor, scope } = await requireScope();
  const document = await getDocument(scope, (await params).documentId);
  if (!document?.finished) return missingFile();
  const { digest } = document.finished;
  const bytes = await openBody(digest).catch((err: unknown) => {
    log.error({ err, digest }, 'the store of the documents does not answer');
    return null;
  });
  if (!bytes) {
    log.error({ digest }, 'the bytes of a document are missing');
    return unavailableFile();
  }
  await recordEvent(db, {
    name: 'document-downloaded',
    accountId: actor.accountId,
    address: await requestAddress(),
    detail: { documentId: document.id, digest },
  });
  return attachment(bytes, { ...documentFile(document), size: document.finished.size });
}
