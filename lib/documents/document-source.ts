import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { DocumentPeriod, periodDocuments } from '@/lib/domain/review/documents';
import type { Transaction } from '@/lib/server/database/db';

/** A document about a plan's period or year, in its state at `countedAt` (portal's clock). */
export type PeriodDocument = DocumentPeriod & {
  kind: (typeof periodDocuments)[number];
  plan: { code: string; title: string; issuer: string; contactOffice: string; rhythm: Rhythm };
  countedAt: Date;
};

/** The document of a draft, in its state at the time of writing. */
export type SummaryDocument = { kind: 'summary'; summaryId: string };

/** The input of a document's writer. */
export type DocumentSource<Wanted> = {
  /** Sees one consistent snapshot of the database, however long the writing takes. */
  client: Transaction;
  scope: ReportScope;
  wanted: Wanted;
  /** Passes batches of rows on, and reports how many have been written. */
  withProgress: <Row>(batches: AsyncIterable<Row[]>) => AsyncIterable<Row[]>;
};

export type WrittenDocument = {
  /** The number of rows that it will have. */
  total: number;
  bytes: AsyncIterable<Uint8Array>;
};
