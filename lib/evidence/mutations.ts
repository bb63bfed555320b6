import 'server-only';
import { z } from 'zod';
import type { Result } from '@/lib/domain/refusal';
import { nameApart } from '@/lib/domain/report/evidence';
import type { EvidenceKind, EvidenceScan } from '@/lib/domain/report/evidence-files';
import { foundEvents } from '@/lib/domain/report/report-events';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';
import { type AskContext, writeReport } from '@/lib/server/database/write-path';
import { mediaTypes } from '@/lib/server/files/attachment';
import type { IncomingFile } from '@/lib/server/files/incoming-file';
import { storage } from '@/lib/server/files/storage-choice';
import type { Prisma } from '@/lib/server/generated/client';
import type { EvidenceRow } from './data';
import { isFiled, isNeeded } from './data';

export type EvidenceInput = {
  taskId: string;
  name: string;
  kind: EvidenceKind;
  incoming: IncomingFile;
  scan: EvidenceScan;
};

/** Serialises the decisions whether the bytes of a digest are needed and whether they are stored. */
async function lockDigest(transaction: Transaction, digest: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${digest}, 0))`;
}

/**
 * Deletes stored bytes that nothing needs: no entry has them and no filed version or document lists them, or they are
 * infected. Says whether it did.
 */
export async function releaseBytes(digest: string): Promise<boolean> {
  const store = await storage();
  return db.$transaction(async (transaction) => {
    await lockDigest(transaction, digest);
    const needed = await transaction.$queryRaw<unknown[]>`
      SELECT FROM "Evidence" v WHERE v.digest = ${digest} AND ${isNeeded}
      UNION ALL SELECT FROM "DocumentExport" d WHERE d.digest = ${digest}`;
    if (needed.length === 0) await store.delete(digest);
    return needed.length === 0;
  });
}

async function recordFile(reportId: string, file: EvidenceInput, perEntry: number, context: AskContext) {
  const { taskId, kind, incoming, scan } = file;
  const { id, size, digest } = incoming;
  const store = await storage();
  return writeReport<EvidenceRow>(reportId, { ...context, version: null }, ({ entries }) => {
    const others = entries.find((entry) => entry.taskId === taskId)?.evidence ?? [];
    const name = nameApart(
      file.name,
      others.map((other) => other.name),
    );
    return {
      command: { name: 'add-evidence', taskId, perEntry },
      report: { contentVersion: { increment: 1 } },
      detail: { evidenceId: id, taskId, name, size, digest, scan },
      write: async (transaction) => {
        const { accountId, displayName } = context.actor;
        const stored = { id, reportId, taskId, name, size, scan, uploadedAt: context.now };
        await lockDigest(transaction, digest);
        const uploaded = { digest, mediaType: mediaTypes[kind], uploadedById: accountId };
        await transaction.evidence.create({ data: { ...stored, ...uploaded } });
        // The removal of the same file elsewhere may have deleted the bytes since they were stored.
        if (!(await store.exists(digest))) await store.put(digest, incoming.path);
        return { ...stored, uploadedBy: displayName, isMissing: false };
      },
    };
  });
}

/** Adds a received file to an entry; a refusal leaves neither a row nor bytes behind. */
export async function addEvidence(
  reportId: string,
  file: EvidenceInput,
  perEntry: number,
  context: AskContext,
): Promise<Result<EvidenceRow>> {
  const { digest, path } = file.incoming;
  // Done before the transaction, which must not lock the report while a remote store is slow.
  await (await storage()).put(digest, path);
  let isKept = false;
  try {
    const result = await recordFile(reportId, file, perEntry, context);
    isKept = result.ok;
    return result;
  } finally {
    if (!isKept) await releaseBytes(digest);
  }
}

/** Removes a file from its entry. A file that a filed version lists stays readable there; other bytes are deleted. */
export async function removeEvidence(reportId: string, evidenceId: string, context: AskContext): Promise<Result<void>> {
  let digest = '';
  const result = await writeReport(reportId, { ...context, version: null }, ({ entries }) => {
    const file = entries.flatMap(({ evidence }) => evidence).find(({ id }) => id === evidenceId);
    digest = file?.digest ?? '';
    return {
      command: { name: 'remove-evidence', evidenceId },
      report: { contentVersion: { increment: 1 } },
      detail: { evidenceId, name: file?.name ?? '' },
      write: async (transaction) => {
        await transaction.evidence.update({ where: { id: evidenceId }, data: { removedAt: context.now } });
      },
    };
  });
  if (result.ok) await releaseBytes(digest);
  return result;
}

const infectedRow = z.object({
  id: z.string(),
  reportId: z.string(),
  taskId: z.string(),
  name: z.string(),
  isFiled: z.boolean(),
});

/** Records on each report that a file of it was found infected; the division hears of files that were filed. */
async function recordInfected(transaction: Transaction, digest: string): Promise<void> {
  const files = await rowsOf(infectedRow, transaction)`
    SELECT v.id, v."reportId", v."taskId", v.name, ${isFiled} AS "isFiled" FROM "Evidence" v
    WHERE v.digest = ${digest} AND ${isNeeded}`;
  for (const { id, reportId, taskId, name, isFiled: wasFiled } of files) {
    const detail = { evidenceId: id, taskId, name, digest };
    const names: (typeof foundEvents)[number][] = ['evidence-infected', ...(wasFiled ? foundEvents.slice(1) : [])];
    await transaction.event.createMany({ data: names.map((event) => ({ name: event, reportId, detail })) });
  }
}

/**
 * Records the scan result of all files with the same bytes. Infected bytes are deleted, wherever they were uploaded, and
 * their agencies are notified.
 */
export async function settleScan(digest: string, scan: 'clean' | 'infected'): Promise<void> {
  const overtaken: Prisma.EnumEvidenceScanFilter =
    scan === 'infected' ? { not: scan } : { in: ['pending', 'not_required'] };
  await db.$transaction(async (transaction) => {
    if (scan === 'infected') await recordInfected(transaction, digest);
    const { count } = await transaction.evidence.updateMany({ where: { digest, scan: overtaken }, data: { scan } });
    if (count > 0) await recordEvent(transaction, { name: 'evidence-scanned', detail: { digest, scan, files: count } });
  });
  if (scan === 'infected') await releaseBytes(digest);
}

/** Remembers that a scan gave no verdict, so that the next run begins with others. */
export async function postponeScan(digest: string): Promise<void> {
  await db.evidence.updateMany({ where: { digest }, data: { scanTriedAt: realNow() } });
}

/** Records whether the store has the bytes of a digest; since when they are missing is recorded once. */
export async function recordPresence(digest: string, isThere: boolean): Promise<void> {
  if (isThere)
    await db.evidence.updateMany({ where: { digest, missingSince: { not: null } }, data: { missingSince: null } });
  else await db.evidence.updateMany({ where: { digest, missingSince: null }, data: { missingSince: realNow() } });
}
