import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { isBomb, packageBounds, refuseName, type UnsafeContent } from '@/lib/domain/report/evidence-content';
import { compoundBeginning, readCompound } from './compound-marks';
import { isDirectoryPart, refuseMarkup } from './package-markup';

/** The names of a container's parts, and the first content for which it is refused. */
export type Package = { names: ReadonlySet<string>; unsafe: UnsafeContent | null };

const chunkSize = 64 * 1024;

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

  override _readStreamForRange(start: number, end: number): Readable {
    // A stream of the handle's own would close it when the part is left before its end.
    return Readable.from(this.chunksOf(start, end), { objectMode: false });
  }

  private async *chunksOf(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const length = Math.min(chunkSize, end - at);
      const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }
}

const nameOf = ({ fileNameRaw }: Entry) => fileNameRaw.toString().replaceAll('\\', '/');

async function entriesOf(zip: ZipFile): Promise<Entry[] | null> {
  if (zip.entryCount > packageBounds.entries) return null;
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** Gives the reason for which the directory alone has a container refused. */
function refuseDirectory(entries: readonly Entry[], packed: number): UnsafeContent | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (isBomb({ entries: entries.length, packed, unpacked })) return { kind: 'bomb', part: '' };
  const known = new Set<string>();
  for (const entry of entries) {
    const part = nameOf(entry);
    const folded = part.toLowerCase();
    const kind = entry.isEncrypted() ? 'encrypted' : refuseName(part);
    if (kind) return { kind, part };
    // Readers differ in which of two parts of one name they take.
    if (known.has(folded)) return { kind: 'unreadable', part };
    known.add(folded);
  }
  return null;
}

const programs = ['4d5a', '7f454c46'];

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * Gives the reason for which the bytes of a part that is no markup have it refused. All of them are unpacked, so that none
 * is longer than its directory says.
 */
async function refuseBytes(bytes: Readable, isStored: boolean): Promise<UnsafeContent['kind'] | null> {
  const chunks: AsyncIterator<Buffer> = bytes[Symbol.asyncIterator]();
  const { done, value: first } = await chunks.next();
  if (done) return null;
  const beginning = first.subarray(0, 4).toString('hex');
  if (programs.some((mark) => beginning.startsWith(mark))) return 'program';
  if (beginning === compoundBeginning) return (await readCompound(withFirst(first, chunks))).kind;
  if (!isStored) while (!(await chunks.next()).done);
  return null;
}

async function refuseEntry(zip: ZipFile, entry: Entry): Promise<UnsafeContent | null> {
  const part = nameOf(entry);
  if (entry.uncompressedSize === 0) return null;
  const bytes = await zip.openReadStreamPromise(entry);
  try {
    const kind = isDirectoryPart(part)
      ? await refuseMarkup(part, bytes)
      : await refuseBytes(bytes, entry.compressionMethod === 0);
    return kind && { kind, part };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    return { kind: 'unreadable', part };
  } finally {
    bytes.destroy();
  }
}

async function readEntries(zip: ZipFile, packed: number): Promise<Package> {
  const entries = await entriesOf(zip);
  if (!entries) return { names: new Set(), unsafe: { kind: 'bomb', part: '' } };
  const names = new Set(entries.map(nameOf));
  const unsafe = refuseDirectory(entries, packed);
  if (unsafe) return { names, unsafe };
  for (const entry of entries) {
    const found = await refuseEntry(zip, entry);
    if (found) return { names, unsafe: found };
  }
  return { names, unsafe: null };
}

/**
 * Reads a zip file whole, holding no more than a chunk of it: the directory first, which says how much will be unpacked,
 * then every part. Zip files inside it are not opened. No names where there is no readable directory.
 */
export async function readPackage(handle: FileHandle): Promise<Package> {
  const { size } = await handle.stat();
  try {
    // The names stay bytes, because a name that yauzl would refuse makes no document unreadable elsewhere.
    const options = { decodeStrings: false, lazyEntries: true, autoClose: false };
    const zip = await fromRandomAccessReaderPromise(new InsideReader(handle, size), size, options);
    return await readEntries(zip, size);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    return { names: new Set(), unsafe: null };
  }
}
