import 'server-only';
import { listUnscanned } from '@/lib/evidence/data';
import { settleScan } from '@/lib/evidence/mutations';
import { scannerAddress } from '@/lib/server/files/evidence-settings';
import { storage } from '@/lib/server/files/storage-choice';
import { scanForViruses } from '@/lib/server/files/virus-scanner';
import { log } from '@/lib/server/process/log';

/** Scans one content; says whether the scanner could be reached. */
async function scanContent(digest: string): Promise<boolean> {
  const bytes = await (await storage()).open(digest);
  if (!bytes) {
    log.error({ digest }, 'the bytes of a file that waits for its scan are missing');
    return true;
  }
  const scan = await scanForViruses(bytes).finally(() => bytes.destroy());
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
 * Scans again what waits because the scanner was out of reach, as long as it can be reached; of one content, if that is
 * named. Called whenever somebody lists, fetches or hands in files, and by the job of every minute.
 */
export async function scanPending(digest?: string): Promise<void> {
  if (digest) return scanAll(digest);
  underWay ??= scanAll().finally(() => {
    underWay = undefined;
  });
  return underWay;
}
