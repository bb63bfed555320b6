import type { WrittenDocument } from '@/lib/documents/document-source';
import { type WantedDocument, writeDocument } from '@/lib/documents/write-document';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import type { DocumentKind, DocumentPeriod } from '@/lib/domain/review/documents';
import { db } from '@/lib/server/database/db';

export const ofYear: DocumentPeriod = { periodCode: null, year: 2020 };
export const ofPeriod = (text: string): DocumentPeriod => ({ periodCode: periodCode(text), year: null });

export const reviewer: Actor = { accountId: '', displayName: '', roles: ['reviewer'], offices: 'all', agencyId: null };

/** All chunks as one. */
export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Wanted = [
  kind: DocumentKind,
  planCode: string,
  period: DocumentPeriod,
  countedAt: Date,
  summaryId?: string | null,
];

/** Writes a document straight from the database, as the job does, and passes it to `take`, which reads its bytes. */
export async function writing<Value>(
  [kind, code, period, countedAt, summaryId = null]: Wanted,
  take: (document: WrittenDocument) => Promise<Value>,
  onRows: (rows: number) => void = () => undefined,
): Promise<Value> {
  const plan = await db.plan.findUniqueOrThrow({
    where: { code },
    select: { code: true, title: true, issuer: true, contactOffice: true, rhythm: true },
  });
  const wanted: WantedDocument =
    kind === 'summary' ? { kind, summaryId: summaryId ?? '' } : { ...period, kind, plan, countedAt };
  const scope = scopeOf(reviewer) as ReportScope;
  async function* withProgress<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
    for await (const rows of batches) {
      onRows(rows.length);
      yield rows;
    }
  }
  return writeDocument({ scope, wanted, withProgress }, take, 300_000);
}

/** The bytes of a document, the number of rows that it claims, and the number that it reported as progress. */
export async function written(...wanted: Wanted) {
  let passed = 0;
  return writing(
    wanted,
    async ({ total, bytes }) => ({ total, bytes: await gathered(bytes) }),
    (rows) => {
      passed += rows;
    },
  ).then((document) => ({ ...document, passed }));
}
