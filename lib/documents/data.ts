import 'server-only';
import { z } from 'zod';
import type { Actor, ReportScope } from '@/lib/domain/authorization';
import { periodCode, type Rhythm } from '@/lib/domain/calendar/period';
import { type Coverage, coverageOf, type DocumentKind, type DocumentPeriod } from '@/lib/domain/review/documents';
import { actorIn, actorSelect } from '@/lib/server/database/account-actor';
import { db } from '@/lib/server/database/db';
import { plansWithin } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import type { Prisma } from '@/lib/server/generated/client';

export type DocumentRow = {
  id: string;
  kind: DocumentKind;
  /** The periods that it covers, or will cover if it is written now. */
  coverage: Coverage;
  planTitle: string;
  /** The present title of the draft from which a summary is written. */
  summaryTitle: string | null;
  requestedBy: string;
  /**
   * By the portal's clock: when it was requested, and when it was written. The document describes the state at the
   * latter.
   */
  requestedAt: Date;
  countedAt: Date | null;
  /** By the real clock, from which the time counts for which it is kept. */
  recordedAt: Date;
  /** Number of rows written so far, and their total. */
  done: number;
  total: number;
  /** The last attempt failed. */
  failed: boolean;
  /** By the real clock; with the digest and the number of bytes. */
  finished: { at: Date; digest: string; size: number } | null;
};

const select = {
  id: true,
  kind: true,
  periodCode: true,
  year: true,
  requestedAt: true,
  recordedAt: true,
  countedAt: true,
  done: true,
  total: true,
  failed: true,
  finishedAt: true,
  digest: true,
  size: true,
  plan: {
    select: { title: true, periods: { select: { code: true, opensAt: true, closesAt: true, provisional: true } } },
  },
  summary: { select: { title: true } },
  requestedBy: { select: { displayName: true } },
} as const satisfies Prisma.DocumentExportSelect;

/** A document is about a period or a year: a database constraint ensures it. */
function periodOf(row: { periodCode: string | null; year: number | null }): DocumentPeriod {
  return row.periodCode === null
    ? { periodCode: null, year: row.year ?? 0 }
    : { periodCode: periodCode(row.periodCode), year: null };
}

function rowOf(row: Prisma.DocumentExportGetPayload<{ select: typeof select }>): DocumentRow {
  const { id, kind, requestedAt, recordedAt, countedAt, done, total, failed, finishedAt, digest, size } = row;
  const periods = row.plan.periods.map((period) => ({ ...period, code: periodCode(period.code) }));
  return {
    ...{ id, kind, requestedAt, recordedAt, countedAt, done, total, failed },
    coverage: coverageOf({ kind, ...periodOf(row) }, periods, countedAt ?? requestedAt),
    planTitle: row.plan.title,
    summaryTitle: row.summary?.title ?? null,
    requestedBy: row.requestedBy.displayName,
    finished: finishedAt && digest && size !== null ? { at: finishedAt, digest, size } : null,
  };
}

/**
 * Gives one page of the documents that the division requested, the latest first, and the number of all that are being
 * written; none for an agency.
 */
export async function listDocuments(
  scope: ReportScope,
  { number, size }: { number: number; size: number },
): Promise<{ documents: DocumentRow[]; total: number; underWay: number }> {
  const where = { plan: plansWithin(scope) };
  const [rows, total, underWay] = await Promise.all([
    db.documentExport.findMany({ where, orderBy: { id: 'desc' }, skip: (number - 1) * size, take: size, select }),
    db.documentExport.count({ where }),
    db.documentExport.count({ where: { ...where, finishedAt: null, failed: false } }),
  ]);
  return { documents: rows.map(rowOf), total, underWay };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Gives one document; null where there is none in the scope. */
export async function getDocument(scope: ReportScope | null, documentId: string): Promise<DocumentRow | null> {
  if (scope === null || !uuid.test(documentId)) return null;
  const row = await db.documentExport.findFirst({ where: { id: documentId, plan: plansWithin(scope) }, select });
  return row && rowOf(row);
}

/** A job's order: the document to write, and for whom. */
export type DocumentOrder = DocumentPeriod & {
  id: string;
  kind: DocumentKind;
  plan: { code: string; title: string; issuer: string; contactOffice: string; officeId: string; rhythm: Rhythm };
  summaryId: string | null;
  isFinished: boolean;
  /** Null once the account is closed. */
  requestedBy: Actor | null;
};

/**
 * Gives the order of a document with the present roles of the account that requested it; null where it no longer
 * exists.
 */
export async function findDocumentOrder(documentId: string): Promise<DocumentOrder | null> {
  const row = await db.documentExport.findUnique({
    where: { id: documentId },
    select: {
      id: true,
      kind: true,
      periodCode: true,
      year: true,
      summaryId: true,
      finishedAt: true,
      plan: { select: { code: true, title: true, issuer: true, contactOffice: true, officeId: true, rhythm: true } },
      requestedBy: { select: actorSelect },
    },
  });
  if (!row) return null;
  return {
    ...{ id: row.id, kind: row.kind, plan: row.plan, summaryId: row.summaryId },
    ...periodOf(row),
    isFinished: row.finishedAt !== null,
    requestedBy: actorIn(row.requestedBy),
  };
}

const oldDocument = z.object({ id: z.string(), digest: z.string().nullable() });
export type OldDocument = z.output<typeof oldDocument>;

/** Lists documents that were requested before an instant (real clock), with their digests. */
export function listOldDocuments(before: Date): Promise<OldDocument[]> {
  return rowsOf(oldDocument)`
    SELECT id, digest FROM "DocumentExport" WHERE "recordedAt" < ${before} ORDER BY id LIMIT 100`;
}

/** Says whether any row still refers to the bytes of a digest. */
export async function isDigestKept(digest: string): Promise<boolean> {
  const [documents, evidence] = await Promise.all([
    db.documentExport.count({ where: { digest } }),
    db.evidence.count({ where: { digest } }),
  ]);
  return documents + evidence > 0;
}
