import 'server-only';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { checkBeforeSending, refuseLie, safeFileName } from '@/lib/domain/report/evidence';
import type { EvidenceKind, EvidenceLimits } from '@/lib/domain/report/evidence-files';
import { decide } from '@/lib/domain/report/report-lifecycle';
import type { EvidenceRow } from '@/lib/evidence/data';
import { addEvidence } from '@/lib/evidence/mutations';
import { uploadSchema } from '@/lib/schemas/evidence';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import type { AskContext } from '@/lib/server/database/write-path';
import { isDiskFull } from '@/lib/server/files/disk-full';
import { diskHealth } from '@/lib/server/files/evidence-health';
import { evidenceLimits } from '@/lib/server/files/evidence-settings';
import { examineFile } from '@/lib/server/files/file-sniffer';
import { type IncomingFile, receiveFile } from '@/lib/server/files/incoming-file';
import { scanForViruses } from '@/lib/server/files/virus-scanner';
import { log } from '@/lib/server/process/log';

export type Upload = {
  reportId: string;
  taskId: string;
  /** File name as sent. */
  name: string;
  /** In bytes, if the sender announced it. */
  announced?: number;
  body: AsyncIterable<Uint8Array>;
};

/** Reads the address and the headers of an upload; malformed ones name no entry. */
export function parseUpload({ url, headers, body }: Request): Result<Upload> {
  const { searchParams } = new URL(url);
  const parsed = uploadSchema.safeParse({
    reportId: searchParams.get('report'),
    taskId: searchParams.get('task'),
    name: headers.get('x-file-name'),
    announced: headers.get('content-length') ?? undefined,
  });
  if (!parsed.success) return refused({ code: 'not-found' });
  return accepted({ ...parsed.data, body: body ?? Readable.from([]) });
}

/** Checks made before any byte is read: a report that is not the sender's, the kind, the size, one file too many, a full disk. */
async function admit(
  upload: Upload,
  limits: EvidenceLimits,
  { actor, now }: AskContext,
): Promise<Result<EvidenceKind>> {
  const stored = await findStoredReport(db, upload.reportId);
  if (!stored) return refused({ code: 'not-found' });
  const command = { name: 'add-evidence', taskId: upload.taskId, perEntry: limits.perEntry } as const;
  const decision = decide(stored.state, command, actor, now);
  if (!decision.ok) return decision;
  const checked = checkBeforeSending({ name: upload.name, size: upload.announced ?? 1 }, limits);
  if (!checked.ok) return checked;
  // A disk that is filled to its end stops the database too.
  return (await diskHealth(upload.announced ?? limits.bytes)).ok ? checked : refused({ code: 'evidence-disk-full' });
}

async function judge(
  kind: EvidenceKind,
  incoming: IncomingFile,
  keep: (scan: 'not_required' | 'pending' | 'clean') => Promise<Result<EvidenceRow>>,
): Promise<Result<EvidenceRow>> {
  const { types, unsafe } = await examineFile(incoming.path);
  if (unsafe) return refused({ code: 'evidence-unsafe', content: unsafe.kind, part: safeFileName(unsafe.part) });
  const lie = refuseLie(kind, types);
  if (lie) return refused(lie);
  const scan = await scanForViruses(() => createReadStream(incoming.path));
  if (scan !== 'infected') return keep(scan);
  log.warn({ digest: incoming.digest }, 'an infected file was refused');
  return refused({ code: 'evidence-infected' });
}

async function receiveAndKeep(upload: Upload, kind: EvidenceKind, limits: EvidenceLimits, context: AskContext) {
  const received = await receiveFile(upload.body, { limit: limits.bytes, announced: upload.announced });
  if (!received.ok) return received;
  const { reportId, taskId } = upload;
  const incoming = received.value;
  try {
    return await judge(kind, incoming, (scan) => {
      const file = { taskId, name: safeFileName(upload.name), kind, incoming, scan };
      return addEvidence(reportId, file, limits.perEntry, context);
    });
  } finally {
    await incoming.discard();
  }
}

/**
 * Receives a file for an entry: it is refused as early as possible, received outside the store, checked by its content,
 * scanned, and only then stored. Whatever the outcome, nothing stays outside the store; a full disk is refused as
 * `evidence-disk-full`.
 */
export async function takeInEvidence(upload: Upload, context: AskContext): Promise<Result<EvidenceRow>> {
  const limits = evidenceLimits();
  const admitted = await admit(upload, limits, context);
  if (!admitted.ok) return admitted;
  try {
    return await receiveAndKeep(upload, admitted.value, limits, context);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    log.error({ err: error }, 'the disk of the evidence is full');
    return refused({ code: 'evidence-disk-full' });
  }
}
