import 'server-only';
import type { Result } from '@/lib/domain/refusal';
import { nameApart } from '@/lib/domain/report/evidence';
import type { EvidenceKind, EvidenceScan } from '@/lib/domain/report/evidence-files';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { type AskContext, writeReport } from '@/lib/server/database/write-path';
import { mediaTypes } from '@/lib/server/files/attachment';
import type { IncomingFile } from '@/lib/server/files/incoming-file';
import { storage } from '@/lib/server/files/storage-choice';
import type { EvidenceRow } from './data';
import { isFiled } from './data';

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

/** Deletes bytes that are no longer needed: no entry has them and no filed version lists them, or they are infected. */
async function releaseBytes(digest: string): Promise<void> {
  const store = await storage();
  await db.$transaction(async (transaction) => {
    await lockDigest(transaction, digest);
    const needed = await transaction.$queryRaw<unknown[]>`
      SELECT FROM "Evidence" v
      WHERE v.digest = ${digest} AND v.scan <> 'infected' AND (v."removedAt" IS NULL OR ${isFiled})`;
    if (needed.length === 0) await store.delete(digest);
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
        return { ...stored, uploadedBy: displayName };
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

/**
 * Records the scan result of all files with the same bytes; infected bytes are deleted, wherever they were uploaded.
 */
export async function settleScan(digest: string, scan: 'clean' | 'infected'): Promise<void> {
  const overtaken = scan === 'infected' ? { not: scan } : ('pending' as const);
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.evidence.updateMany({ where: { digest, scan: overtaken }, data: { scan } });
    if (count > 0) await recordEvent(transaction, { name: 'evidence-scanned', detail: { digest, scan, files: count } });
  });
  if (scan === 'infected') await releaseBytes(digest);
}
