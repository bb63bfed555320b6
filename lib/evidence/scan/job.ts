import 'server-only';
import { listUnscanned } from '@/lib/evidence/data';
import { settleScan } from '@/lib/evidence/mutations';
import { scannerAddress } from '@/lib/server/files/evidence-settings';
import { storage } from '@/lib/server/files/storage-choice';
import { scanForViruses } from '@/lib/server/files/virus-scanner';
import { log } from '@/lib/server/process/log';

/** Scans the file of a digest; says whether the scanner was available. */
async function scanContent(digest: string): Promise<boolean> {
  const bytes = await (await storage()).open(digest);
  if (!bytes) {
    log.error({ digest }, 'the bytes of a file that waits for its scan are missing');
    return true;
  }
  const scan = await scanForViruses(() => bytes);
  if (scan === 'clean' || scan === 'infected') await settleScan(digest, scan);
  return scan !== 'pending';
}

async function scanAll(digest?: string): Promise<void> {
  if (!scannerAddress()) return;
  for (const each of await listUnscanned(digest)) {
    if (!(await scanContent(each))) return;
  }
}

let underWay: Promise<void> | undefined;

/**
 * Scans files again that wait because the scanner was unavailable, as long as it answers; only one, if its digest is
 * given. Called whenever somebody lists, fetches or uploads files, and by the job of every minute.
 */
export async function scanPending(digest?: string): Promise<void> {
  if (digest) return scanAll(digest);
  underWay ??= scanAll().finally(() => {
    underWay = undefined;
  });
  return underWay;
}
