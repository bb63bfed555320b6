import 'server-only';
import type { FileHandle } from 'node:fs/promises';

// The end record of a zip file, followed by a comment of at most 65,535 bytes (APPNOTE.TXT, 4.3.16).
const endSize = 22;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const longestDirectory = 4 * 1024 * 1024;

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function findDirectory(handle: FileHandle): Promise<Buffer | null> {
  const { size } = await handle.stat();
  const tail = await read(handle, Math.max(0, size - endSize - 65_535), Math.min(size, endSize + 65_535));
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const length = tail.readUInt32LE(at + 12);
    return length <= longestDirectory ? read(handle, tail.readUInt32LE(at + 16), length) : null;
  }
  return null;
}

/** Gives the names in the central directory of a zip file; none where there is no readable directory. */
export async function zipNames(handle: FileHandle): Promise<Set<string>> {
  const names = new Set<string>();
  const directory = await findDirectory(handle);
  for (let at = 0; directory && at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature; ) {
    const lengths = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [number, number, number];
    names.add(directory.toString('utf8', at + 46, at + 46 + lengths[0]));
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return names;
}
