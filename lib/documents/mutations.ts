import 'server-only';
import { type DocumentKind, type DocumentPeriod, decideDocument } from '@/lib/domain/documents';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { getPlans } from '@/lib/reviews/data';
import { realNow } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { recordEvent } from '@/lib/server/events';
import { queueJob } from '@/lib/server/queue';
import type { AskContext } from '@/lib/server/write-path';
import { listOldDocuments } from './data';

export type AskedDocument = { kind: DocumentKind; plan: string; period: DocumentPeriod };

/** Asks for a document: the row, the record of it and the job that writes it come together or not at all. */
export async function askForDocument(
  { kind, plan: code, period }: AskedDocument,
  { actor, now, address }: AskContext,
): Promise<Result<{ id: string; plan: string }>> {
  const { plan, periods } = await getPlans(code);
  const decision = decideDocument(actor, period, plan?.code === code ? periods : [], now);
  if (!decision.ok) return decision;
  return db.$transaction(async (transaction) => {
    const stored = await transaction.plan.findUnique({ where: { code }, select: { id: true } });
    if (!stored) return refused({ code: 'not-found' });
    const { id } = await transaction.documentExport.create({
      data: { kind, planId: stored.id, ...period, requestedById: actor.accountId, requestedAt: now },
      select: { id: true },
    });
    const detail = { documentId: id, kind, plan: code, ...period };
    await recordEvent(transaction, { name: 'document-asked', accountId: actor.accountId, address, detail });
    await queueJob('export-document', { documentId: id }, { transaction });
    return accepted({ id, plan: code });
  });
}

/** How far the writing of a document is. One that is finished meanwhile stays as it is. */
export async function reportDocumentProgress(
  documentId: string,
  progress: { done: number; total?: number; failed: boolean },
): Promise<void> {
  await db.documentExport.updateMany({ where: { id: documentId, finishedAt: null }, data: progress });
}

/** Says that a document is written; false where another worker was faster, or it is gone. */
export async function finishDocument(
  documentId: string,
  { digest, size, total }: { digest: string; size: number; total: number },
): Promise<boolean> {
  const { count } = await db.documentExport.updateMany({
    where: { id: documentId, finishedAt: null },
    data: { digest, size, done: total, total, failed: false, finishedAt: realNow() },
  });
  return count === 1;
}

/** Forgets the documents that were asked for before an instant (real clock); gives the digests of their bytes. */
export async function forgetOldDocuments(before: Date): Promise<string[]> {
  const old = await listOldDocuments(before);
  await db.documentExport.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  return old.flatMap(({ digest }) => digest ?? []);
}
