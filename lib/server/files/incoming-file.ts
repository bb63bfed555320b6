import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { realNow } from '@/lib/server/clock';
import { evidenceFolder } from './evidence-settings';

/** A completely received file outside the store, waiting for the decision on it. */
export type IncomingFile = {
  /** A UUID, which stays the file's id. */
  id: string;
  path: string;
  /** In bytes. */
  size: number;
  /** SM3 (GB/T 32905-2016) of the bytes, 64 hex digits. */
  digest: string;
  discard: () => Promise<void>;
};

/** Time after which the partial file of a killed process is of no use and can be deleted. */
const longestUpload = 60 * 60 * 1_000;

class Interrupted extends Error {}

async function* chunksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (cause) {
    throw new Interrupted('the sender went away', { cause });
  }
}

const incomingFolder = () => path.join(evidenceFolder(), 'incoming');

/** Deletes partial files that a killed process has left. */
export async function sweepIncoming(): Promise<void> {
  const folder = incomingFolder();
  const oldest = realNow().getTime() - longestUpload;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && found.mtimeMs < oldest) await rm(file, { force: true });
  }
}

/** Writes the bytes as far as the limit; gives the size and the digest, or null when there are more. */
async function store(handle: FileHandle, source: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sm3');
  let size = 0;
  for await (const chunk of chunksOf(source)) {
    size += chunk.byteLength;
    if (size > limit) return null;
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  return { size, digest: hash.digest('hex') };
}

/**
 * Receives a file of at most `limit` bytes into a place of its own and computes its digest. Refuses
 * `evidence-too-large` at the first byte too many, `evidence-empty`, and `evidence-interrupted` when the sender
 * disconnects or sends another length than announced; a refused file leaves nothing behind.
 */
export async function receiveFile(
  source: AsyncIterable<Uint8Array>,
  { limit, announced }: { limit: number; announced?: number },
): Promise<Result<IncomingFile>> {
  const folder = incomingFolder();
  await mkdir(folder, { recursive: true });
  await sweepIncoming();
  const id = randomUUID();
  const file = path.join(folder, id);
  const discard = () => rm(file, { force: true });
  try {
    const handle = await open(file, 'wx', 0o600);
    const stored = await store(handle, source, limit).finally(() => handle.close());
    if (stored && stored.size > 0 && stored.size === (announced ?? stored.size)) {
      return accepted({ ...stored, id, path: file, discard });
    }
    await discard();
    if (!stored) return refused({ code: 'evidence-too-large', bytes: limit });
    return refused({ code: stored.size === 0 && !announced ? 'evidence-empty' : 'evidence-interrupted' });
  } catch (error) {
    await discard();
    if (error instanceof Interrupted) return refused({ code: 'evidence-interrupted' });
    throw error;
  }
}
