import 'server-only';
import { releaseBytes } from '@/lib/evidence/mutations';
import { checkPresence } from '@/lib/evidence/scan/job';
import { realNow } from '@/lib/server/clock';
import { sweepIncoming } from '@/lib/server/files/incoming-file';
import { storage } from '@/lib/server/files/storage-choice';
import { log } from '@/lib/server/process/log';

/** Bytes that were handed in less than a day ago may still get their row, even from a process whose clock is wrong. */
const day = 24 * 60 * 60 * 1_000;

/**
 * Deletes stored bytes without a row, which an interrupted upload has left, and partial files; then looks for rows without
 * bytes.
 */
export async function sweepEvidence(): Promise<void> {
  await sweepIncoming();
  const store = await storage();
  let dropped = 0;
  for await (const { digest } of store.list(new Date(realNow().getTime() - day))) {
    if (await releaseBytes(digest)) dropped += 1;
  }
  if (dropped > 0) log.warn({ dropped }, 'files that nothing needed were deleted');
  await checkPresence(false);
}
