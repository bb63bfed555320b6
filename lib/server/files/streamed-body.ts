import 'server-only';
import { ReadableStream as WebStream } from 'node:stream/web';

/**
 * Bytes as the body of an answer, as they come. Not by Readable.toWeb: that one throws where nobody can catch it when the
 * asker goes away in the middle.
 */
export function streamedBody(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return WebStream.from<Uint8Array>(bytes) as ReadableStream<Uint8Array>;
}
