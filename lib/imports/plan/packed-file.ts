import 'server-only';
import { fromBufferPromise } from 'yauzl';

/** Bytes that a file may unpack to: a document of four thousand tasks has a tenth of it. */
const mostUnpacked = 40_000_000;
const mostEntries = 5_000;

/** More is packed into the file than a plan can hold. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/**
 * Gives the texts of the wanted parts of a packed document; counts while it unpacks, so that no false size in the directory
 * makes it hold more. Throws TooLarge, or the library's error for a damaged file.
 */
export async function unpackParts(file: Buffer, isWanted: (name: string) => boolean): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  if (zip.entryCount > mostEntries) throw new TooLarge();
  const parts = new Map<string, string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).length;
      if (unpacked > mostUnpacked) throw new TooLarge();
      chunks.push(chunk as Buffer);
    }
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}
