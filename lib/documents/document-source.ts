import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Transaction } from '@/lib/server/database/db';
import type { DocumentOrder } from './data';

/** The input of a document's writer. */
export type DocumentSource = {
  /** Sees one consistent snapshot of the database, however long the writing takes. */
  client: Transaction;
  scope: ReportScope;
  order: DocumentOrder & {
    /** By the portal's clock: the document describes the state at this instant. */
    countedAt: Date;
  };
  /** Passes batches of rows on, and reports how many have been written. */
  withProgress: <Row>(batches: AsyncIterable<Row[]>) => AsyncIterable<Row[]>;
};

export type WrittenDocument = {
  /** The number of rows that it will have. */
  total: number;
  bytes: AsyncIterable<Uint8Array>;
};
