import 'server-only';
import { listNeededDigests, listUnscanned } from '@/lib/evidence/data';
import { postponeScan, recordPresence, settleScan } from '@/lib/evidence/mutations';
import { realNow } from '@/lib/server/clock';
import { scannerAddress } from '@/lib/server/files/evidence-settings';
import { storage } from '@/lib/server/files/storage-choice';
import { scanForViruses } from '@/lib/server/files/virus-scanner';
import { log } from '@/lib/server/process/log';

/** Milliseconds that one run may take. */
const longest = 4 * 60_000;
/** Files read at once from the table, and those without a verdict in a row after which the scanner counts as away. */
const most = { batch: 50, silent: 3 };

/** Scans the file of a digest; says whether the scanner gave a verdict. */
async function scanContent(digest: string): Promise<boolean> {
  const bytes = await (await storage()).open(digest);
  if (!bytes) {
    log.error({ digest }, 'the bytes of a file that waits for its scan are missing');
    await recordPresence(digest, false);
    return true;
  }
  const scan = await scanForViruses(() => bytes);
  if (scan === 'clean' || scan === 'infected') await settleScan(digest, scan);
  else await postponeScan(digest);
  return scan !== 'pending';
}

async function scanEach(digests: readonly string[]): Promise<boolean> {
  let silent = 0;
  for (const digest of digests) {
    silent = (await scanContent(digest)) ? 0 : silent + 1;
    if (silent >= most.silent) return false;
  }
  return true;
}

async function scanAll(): Promise<void> {
  const beganAt = realNow();
  while (realNow().getTime() - beganAt.getTime() < longest) {
    const digests = await listUnscanned(beganAt, most.batch);
    if (digests.length === 0 || !(await scanEach(digests))) return;
  }
}

let underWay: Promise<void> | undefined;

/**
 * Scans files that no scanner has judged: they came while it was unavailable or not set. With digests, only those, which
 * somebody wants to read now; without, all of them as long as it answers, called after an upload and by the job of every
 * minute.
 */
export async function scanPending(digests?: readonly string[]): Promise<void> {
  if (!scannerAddress()) return;
  if (digests) {
    await scanEach(digests);
    return;
  }
  underWay ??= scanAll().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

const atOnce = 500;

/**
 * Looks in the store for the bytes of all needed files, or only of those that are missing, and records since when some
 * are not there.
 */
export async function checkPresence(onlyMissing: boolean): Promise<void> {
  const store = await storage();
  let missing = 0;
  for (let after = ''; ; ) {
    const digests = await listNeededDigests(after, atOnce, onlyMissing);
    for (const digest of digests) {
      const isThere = await store.exists(digest);
      if (!isThere) missing += 1;
      if (!isThere || onlyMissing) await recordPresence(digest, isThere);
    }
    const last = digests.at(-1);
    if (!last) break;
    after = last;
  }
  if (missing > 0 && !onlyMissing) log.error({ missing }, 'the store has not the bytes of all files');
}

/** Scans the files that wait, and finds missing ones that have come back; the job of every minute. */
export async function followEvidence(): Promise<void> {
  await scanPending();
  await checkPresence(true);
}
