import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Transaction } from '@/lib/server/database/db';
import type { DocumentOrder } from './data';

/** What a document is written from. */
export type DocumentSource = {
  /** Sees the database as it stood at one moment, however long the writing takes. */
  client: Transaction;
  scope: ReportScope;
  order: DocumentOrder & {
    /** By the portal's clock: how things stood then is what the document says. */
    countedAt: Date;
  };
  /** Passes batches of rows on, and tells how many have been written. */
  told: <Row>(batches: AsyncIterable<Row[]>) => AsyncIterable<Row[]>;
};

export type WrittenDocument = {
  /** How many rows it will have. */
  total: number;
  bytes: AsyncIterable<Uint8Array>;
};
