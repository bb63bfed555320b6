import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';

/** Most entries in a directory that is read, because each one costs two reads; documents have far fewer. */
const mostEntries = 20_000;

/**
 * Reads from an open file, and only inside it: a false directory may name a place so far away that the system's read
 * would throw where nothing catches it.
 */
class InsideReader extends RandomAccessReader {
  constructor(
    readonly handle: FileHandle,
    readonly size: number,
  ) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (position + length > this.size) callback(new Error('a directory points beyond the end of its file'));
    else this.handle.read(buffer, offset, length, position).then(() => callback(null), callback);
  }
}

async function readNames(handle: FileHandle): Promise<Set<string>> {
  const { size } = await handle.stat();
  // The names stay bytes and the sizes unchecked, because no content is read or unpacked.
  const options = { decodeStrings: false, validateEntrySizes: false };
  const zip = await fromRandomAccessReaderPromise(new InsideReader(handle, size), size, options);
  const names = new Set<string>();
  if (zip.entryCount > mostEntries) return names;
  for await (const { fileNameRaw } of zip.eachEntry()) names.add(fileNameRaw.toString());
  return names;
}

/** Gives the names in the directory of a zip file; none where there is no whole and readable directory. */
export async function zipNames(handle: FileHandle): Promise<Set<string>> {
  try {
    return await readNames(handle);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    return new Set();
  }
}
