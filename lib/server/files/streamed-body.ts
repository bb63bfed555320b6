import 'server-only';
import { ReadableStream as WebStream } from 'node:stream/web';

/**
 * Gives bytes as the streamed body of a response. Readable.toWeb is not used, because it throws an uncatchable error
 * when the client disconnects before the end.
 */
export function streamedBody(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return WebStream.from<Uint8Array>(bytes) as ReadableStream<Uint8Array>;
}
