import { scopeOf } from '@/lib/domain/authorization';
import { isReleased } from '@/lib/domain/report/evidence-files';
import { getEvidence, type StoredFile } from '@/lib/evidence/data';
import { scanPending } from '@/lib/evidence/scan/job';
import { attachment } from '@/lib/server/files/attachment';
import { openBody } from '@/lib/server/files/storage-choice';
import { log } from '@/lib/server/process/log';
import { loadUsableSession } from '@/lib/server/session/session';
import { missingFile, unavailableFile } from '../../missing-file';

/**
 * The file, if the asker may read it and its scan has released it; a file that waits for its scan is scanned now if
 * possible.
 */
async function findReleased(id: string): Promise<StoredFile | null> {
  const session = await loadUsableSession();
  if (!session) return null;
  const scope = scopeOf(session.actor);
  const file = await getEvidence(scope, id);
  if (file?.scan !== 'pending') return file && isReleased(file.scan) ? file : null;
  await scanPending([file.digest]);
  const scanned = await getEvidence(scope, id);
  return scanned && isReleased(scanned.scan) ? scanned : null;
}

/**
 * GET: the bytes of a file, always as an attachment. 404 for accounts that may not read it (another agency,
 * administrators, the division before filing), and while it waits for its scan or is infected; 503 while the store does
 * not give it.
 */
export async function GET(_request: Request, { params }: RouteContext<'/api/evidence/[id]'>): Promise<Response> {
  const file = await findReleased((await params).id);
  if (!file) return missingFile();
  const bytes = await openBody(file.digest).catch((err: unknown) => {
    log.error({ err, digest: file.digest }, 'the store of the evidence does not answer');
    return null;
  });
  if (!bytes) return unavailableFile();
  return attachment(bytes, { name: file.name, mediaType: file.mediaType });
}
