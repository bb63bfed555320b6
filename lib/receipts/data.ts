import 'server-only';
import { z } from 'zod';
import { coversFiled, type ReportScope } from '@/lib/domain/authorization';
import { periodColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { env } from '@/lib/server/process/env';
import { closedMinutes, countMiss } from '@/lib/server/session/receipt-limit';
import { requestAddress } from '@/lib/server/session/request';

const receiptFacts = z.object({
  receiptNumber: z.string(),
  agencyName: z.string(),
  planTitle: z.string(),
  periodCode: periodColumn,
  version: z.number(),
  filedAt: z.date(),
  digest: z.string(),
});

/** The facts shown to anyone who has a receipt's number: never the content, never the person who filed it. */
export type ReceiptFacts = z.output<typeof receiptFacts>;

/** The facts as filed. Numbers are compared in upper case, because an agency's code may contain lower case letters. */
async function findReceipt(number: string): Promise<ReceiptFacts | null> {
  const rows = await rowsOf(receiptFacts)`
    SELECT v."receiptNumber", v.number AS version, v."filedAt", v.digest, v.snapshot->>'quarter' AS "periodCode",
      v.snapshot->'agency'->>'name' AS "agencyName", v.snapshot->'plan'->>'title' AS "planTitle"
    FROM "FiledVersion" v WHERE upper(v."receiptNumber") = ${number}`;
  return rows[0] ?? null;
}

export type ReceiptAnswer =
  | { kind: 'genuine'; receipt: ReceiptFacts }
  | { kind: 'unknown' }
  | { kind: 'limited'; minutes: number };

/**
 * Looks up a number (as `parseReceiptNumber` gives it) for a visitor's address. A genuine one is confirmed unless this very
 * address has guessed too often; it never counts itself.
 */
export async function lookUpReceiptFrom(address: string, number: string): Promise<ReceiptAnswer> {
  const closed = await closedMinutes(address);
  if (closed > 0) return { kind: 'limited', minutes: closed };
  const receipt = await findReceipt(number);
  if (receipt) return { kind: 'genuine', receipt };
  const minutes = await countMiss(address);
  return minutes > 0 ? { kind: 'limited', minutes } : { kind: 'unknown' };
}

/** The same for the current request. */
export async function lookUpReceipt(number: string): Promise<ReceiptAnswer> {
  return lookUpReceiptFrom(await requestAddress(), number);
}

/** Gives the address at which anyone can check a receipt, which its QR code contains. */
export function receiptCheckAddress(receiptNumber: string): string {
  return new URL(`/receipts/${encodeURIComponent(receiptNumber)}`, env().PORTAL_URL).href;
}

/** Lists the filed versions of a report, the first one first; null where there is no such report in the scope. */
export async function listFiledVersions(scope: ReportScope | null, reportId: string) {
  const stored = await findStoredReport(db, reportId);
  if (!stored || !coversFiled(scope, stored.state)) return null;
  const versions = await db.filedVersion.findMany({
    where: { reportId },
    select: { number: true, filedAt: true },
    orderBy: { number: 'asc' },
  });
  return { id: stored.id, agencyName: stored.agency.name, periodCode: stored.period.code, versions };
}
