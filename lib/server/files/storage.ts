import 'server-only';
import type { Readable } from 'node:stream';

/** A store of bytes by their digest: the same bytes are kept once, however often they are uploaded. */
export type Storage = {
  /** Stores the bytes of a local file; does nothing if they are stored already. */
  put(digest: string, file: string): Promise<void>;
  /** Gives the bytes from the start; null where there are none. */
  open(digest: string): Promise<Readable | null>;
  exists(digest: string): Promise<boolean>;
  delete(digest: string): Promise<void>;
};
