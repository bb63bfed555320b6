import 'server-only';
import { covers, type ReportScope } from '@/lib/domain/authorization';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { env } from '@/lib/server/process/env';
import { refundHit, takeLookup } from '@/lib/server/session/receipt-limit';
import { requestAddress } from '@/lib/server/session/request';

/** What anyone who holds a receipt's number is told: never the content, never who filed it. */
export type ReceiptFacts = {
  receiptNumber: string;
  agencyName: string;
  planTitle: string;
  quarter: Quarter;
  version: number;
  filedAt: Date;
  digest: string;
};

/** The facts as they were filed. Numbers are compared in capitals, because an agency's code may have small letters. */
async function findReceipt(number: string): Promise<ReceiptFacts | null> {
  const rows = await db.$queryRaw<ReceiptFacts[]>`
    SELECT v."receiptNumber", v.number AS version, v."filedAt", v.digest, v.snapshot->>'quarter' AS quarter,
      v.snapshot->'agency'->>'name' AS "agencyName", v.snapshot->'plan'->>'title' AS "planTitle"
    FROM "FiledVersion" v WHERE upper(v."receiptNumber") = ${number}`;
  return rows[0] ?? null;
}

export type ReceiptAnswer =
  | { kind: 'genuine'; receipt: ReceiptFacts }
  | { kind: 'unknown' }
  | { kind: 'limited'; minutes: number };

/** Looks up a number (as `parseReceiptNumber` gives it) for whoever asks from an address, unless too many did. */
export async function lookUpReceiptFrom(address: string, number: string): Promise<ReceiptAnswer> {
  const minutes = await takeLookup(address);
  if (minutes > 0) return { kind: 'limited', minutes };
  const receipt = await findReceipt(number);
  if (!receipt) return { kind: 'unknown' };
  await refundHit(address);
  return { kind: 'genuine', receipt };
}

/** The same for the request at hand. */
export async function lookUpReceipt(number: string): Promise<ReceiptAnswer> {
  return lookUpReceiptFrom(await requestAddress(), number);
}

/** Where anyone can check a receipt: the address in its QR code. */
export function receiptCheckAddress(receiptNumber: string): string {
  return new URL(`/receipts/${encodeURIComponent(receiptNumber)}`, env().PORTAL_URL).href;
}

/** Which versions of a report were filed, the first one first; null where there is no such report in the scope. */
export async function listFiledVersions(scope: ReportScope | null, reportId: string) {
  const stored = await findStoredReport(db, reportId);
  if (!stored || !covers(scope, stored.state.agencyId)) return null;
  const versions = await db.filedVersion.findMany({
    where: { reportId },
    select: { number: true, filedAt: true },
    orderBy: { number: 'asc' },
  });
  return { id: stored.id, agencyName: stored.agency.name, quarter: stored.period.quarter, versions };
}
