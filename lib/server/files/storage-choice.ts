import 'server-only';
import { evidenceFolder, s3Settings } from './evidence-settings';
import type { Storage } from './storage';
import { FolderStorage } from './storage-folder';
import { streamedBody } from './streamed-body';

let chosen: Promise<Storage> | undefined;

async function choose(): Promise<Storage> {
  const settings = s3Settings();
  if (!settings) return new FolderStorage(evidenceFolder());
  // Loaded on use, because the client is large.
  const { S3Storage } = await import('./storage-s3');
  return new S3Storage(settings);
}

/** Gives the store of this process: a bucket where one is set, otherwise a folder. */
export function storage(): Promise<Storage> {
  chosen ??= choose();
  return chosen;
}

/** Gives the bytes of a digest as the body of a response, or null where there are none. */
export async function openBody(digest: string): Promise<ReadableStream<Uint8Array> | null> {
  const store = await storage();
  if (!(await store.exists(digest))) return null;
  return streamedBody(async () => {
    const bytes = await store.open(digest);
    if (!bytes) throw new Error(`the bytes of ${digest} were deleted while they were sent`);
    return bytes;
  });
}
