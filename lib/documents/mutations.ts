import 'server-only';
import { isDivisions, scopeOf } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import {
  type DocumentKind,
  type DocumentPeriod,
  decideDocument,
  mayAskForDocuments,
  type periodDocuments,
} from '@/lib/domain/review/documents';
import { getPlans } from '@/lib/plans/data';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { queueJob } from '@/lib/server/database/queue';
import type { AskContext } from '@/lib/server/database/write-path';
import { getSummary } from '@/lib/summaries/data';
import { listOldDocuments } from './data';

export type AskedDocument = { kind: (typeof periodDocuments)[number]; plan: string; period: DocumentPeriod };

type Wanted = Omit<AskedDocument, 'kind'> & { kind: DocumentKind; summaryId: string | null };

/** Gives the same document that is being written already, if there is one; other orders of the plan wait meanwhile. */
async function documentUnderWay(
  transaction: Transaction,
  { kind, planId, period, summaryId }: Pick<Wanted, 'kind' | 'period' | 'summaryId'> & { planId: string },
): Promise<string | null> {
  await transaction.$queryRaw`SELECT FROM "Plan" WHERE id = ${planId}::uuid FOR NO KEY UPDATE`;
  const written = await transaction.documentExport.findFirst({
    where: { kind, planId, ...period, summaryId, finishedAt: null, failed: false },
    select: { id: true },
  });
  return written?.id ?? null;
}

/**
 * The document's row, the event and the job that writes it are stored in one transaction. The same document is not
 * ordered twice while it is being written.
 */
async function ask(
  { kind, plan: code, period, summaryId }: Wanted,
  { actor, now, address }: AskContext,
): Promise<Result<{ id: string; plan: string }>> {
  const scope = scopeOf(actor);
  if (!isDivisions(scope)) return refused({ code: 'forbidden' });
  const { plan, periods } = await getPlans(scope, code);
  const decision = decideDocument(actor, period, plan?.code === code ? periods : [], now);
  if (!decision.ok) return decision;
  return db.$transaction(async (transaction) => {
    const stored = await transaction.plan.findUnique({ where: { code }, select: { id: true } });
    if (!stored) return refused({ code: 'not-found' });
    const underWay = await documentUnderWay(transaction, { kind, planId: stored.id, period, summaryId });
    if (underWay) return accepted({ id: underWay, plan: code });
    const { id } = await transaction.documentExport.create({
      data: { kind, planId: stored.id, ...period, summaryId, requestedById: actor.accountId, requestedAt: now },
      select: { id: true },
    });
    const detail = { documentId: id, kind, plan: code, quarter: period.periodCode, year: period.year, summaryId };
    await recordEvent(transaction, { name: 'document-asked', accountId: actor.accountId, address, detail });
    await queueJob('export-document', { documentId: id }, { transaction, deadLetter: 'give-up-document' });
    return accepted({ id, plan: code });
  });
}

/** Requests a document about a plan's period or year. */
export function askForDocument(
  asked: AskedDocument,
  context: AskContext,
): Promise<Result<{ id: string; plan: string }>> {
  return ask({ ...asked, summaryId: null }, context);
}

/** Requests the summary of a draft, written from its state at the time of writing. */
export async function askForSummary(
  { summaryId }: { summaryId: string },
  context: AskContext,
): Promise<Result<{ id: string; plan: string }>> {
  if (!mayAskForDocuments(context.actor)) return refused({ code: 'forbidden' });
  const scope = scopeOf(context.actor);
  const summary = scope && (await getSummary(scope, summaryId));
  if (!summary) return refused({ code: 'not-found' });
  const period = { periodCode: summary.periodCode, year: null };
  return ask({ kind: 'summary', plan: summary.plan.code, period, summaryId }, context);
}

/** Stores the progress of a document being written; one that is finished already is not changed. */
export async function reportDocumentProgress(
  documentId: string,
  progress: { done: number; total?: number; failed: boolean },
): Promise<void> {
  await db.documentExport.updateMany({ where: { id: documentId, finishedAt: null }, data: progress });
}

/** Marks a document as finished; false where another worker was faster, or it no longer exists. */
export async function finishDocument(
  documentId: string,
  { digest, size, total, countedAt }: { digest: string; size: number; total: number; countedAt: Date },
): Promise<boolean> {
  const { count } = await db.documentExport.updateMany({
    where: { id: documentId, finishedAt: null },
    data: { digest, size, countedAt, done: total, total, failed: false, finishedAt: realNow() },
  });
  return count === 1;
}

/** Deletes the rows of documents requested before an instant (real clock); gives the digests of their bytes. */
export async function forgetOldDocuments(before: Date): Promise<string[]> {
  const old = await listOldDocuments(before);
  await db.documentExport.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  return old.flatMap(({ digest }) => digest ?? []);
}
