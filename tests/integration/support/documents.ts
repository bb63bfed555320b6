import type { DocumentOrder } from '@/lib/documents/data';
import type { Actor, ReportScope } from '@/lib/domain/authorization';
import { scopeOf } from '@/lib/domain/authorization';
import type { DocumentKind, DocumentPeriod } from '@/lib/domain/documents';
import { quarter } from '@/lib/domain/quarter';
import { writeDocument } from '@/lib/exports/documents';
import { db } from '@/lib/server/db';

export const ofYear: DocumentPeriod = { quarter: null, year: 2020 };
export const ofQuarter = (text: string): DocumentPeriod => ({ quarter: quarter(text), year: null });

export const reviewer: Actor = { accountId: '', displayName: '', roles: ['reviewer'], agencyId: null };

/** All chunks as one. */
export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes a document straight from the database, as the job does; gives its bytes and how many rows it says it has. */
export async function written(kind: DocumentKind, code: string, period: DocumentPeriod, requestedAt: Date) {
  const plan = await db.plan.findUniqueOrThrow({ where: { code }, select: { code: true, title: true, issuer: true } });
  const order: DocumentOrder = {
    ...{ id: '', kind, plan, requestedAt, isFinished: false, requestedBy: reviewer },
    ...period,
  };
  const told: string[] = [];
  return db.$transaction(async (client) => {
    const { total, bytes } = await writeDocument({
      client,
      scope: scopeOf(reviewer) as ReportScope,
      order,
      told: async function* (batches) {
        for await (const rows of batches) {
          told.push(String(rows.length));
          yield rows;
        }
      },
    });
    return { total, bytes: await gathered(bytes), told: told.reduce((sum, rows) => sum + Number(rows), 0) };
  });
}
