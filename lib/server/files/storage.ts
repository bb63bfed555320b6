import 'server-only';
import type { Readable } from 'node:stream';

/** Bytes that the store holds. */
export type StoredBytes = { digest: string };

/** A store of bytes by their digest: the same bytes are kept once, however often they are uploaded. */
export type Storage = {
  /** Stores the bytes of a local file, which stays; does nothing if they are stored already. */
  put(digest: string, file: string): Promise<void>;
  /** Gives the bytes from the start; null where there are none. */
  open(digest: string): Promise<Readable | null>;
  exists(digest: string): Promise<boolean>;
  delete(digest: string): Promise<void>;
  /** Lists the bytes that were last handed in before an instant of the real clock. */
  list(before: Date): AsyncIterable<StoredBytes>;
  /** Writes, reads and deletes something; gives the free bytes (null where there is no limit), throws if it cannot. */
  check(): Promise<{ free: number | null }>;
};
