import 'server-only';
import type { Readable } from 'node:stream';

/** Where bytes are kept under their digest: the same bytes are kept once, however often they are handed in. */
export type Storage = {
  /** Keeps the bytes of a local file; harmless where they are kept already. */
  put(digest: string, file: string): Promise<void>;
  /** The bytes, from the first; null where there are none. */
  open(digest: string): Promise<Readable | null>;
  exists(digest: string): Promise<boolean>;
  delete(digest: string): Promise<void>;
};
