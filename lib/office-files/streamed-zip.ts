import 'server-only';
import { Zip, ZipDeflate } from 'fflate';

/**
 * The earliest time that a ZIP can hold: the real one would be needless information, and a fixed one gives the same
 * bytes.
 */
const packedAt = new Date(1980, 0, 1);
const chunkLength = 64 * 1024;
/**
 * Memory levels of the compressor: 16 KB for a small part, 128 KB for a long one; its default takes 2 MB for each part.
 */
const memory = { small: 1, long: 4 } as const;

export type ZipPart = { name: string; content: Uint8Array | AsyncIterable<string> };

/** Gathers texts into chunks large enough to compress well. */
async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let gathered: string[] = [];
  let length = 0;
  for await (const text of texts) {
    gathered.push(text);
    length += text.length;
    if (length < chunkLength) continue;
    yield encoder.encode(gathered.join(''));
    [gathered, length] = [[], 0];
  }
  yield encoder.encode(gathered.join(''));
}

/** Packs parts into a ZIP as they arrive, with no more than a chunk of each in memory. */
export async function* zipped(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for (const { name, content } of parts) {
    const mem = content instanceof Uint8Array ? memory.small : memory.long;
    const entry = new ZipDeflate(name, { level: 6, mem });
    entry.mtime = packedAt;
    zip.add(entry);
    if (content instanceof Uint8Array) entry.push(content, true);
    else {
      for await (const chunk of inChunks(content)) {
        entry.push(chunk);
        yield* taken();
      }
      entry.push(new Uint8Array(), true);
    }
    yield* taken();
  }
  zip.end();
  yield* taken();
}
