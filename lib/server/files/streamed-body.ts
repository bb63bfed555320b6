import 'server-only';
import type { Readable } from 'node:stream';

/**
 * Gives bytes as the streamed body of a response. They are opened when the first of them is wanted, because a response
 * whose client has gone, or that answers HEAD, is neither read nor cancelled; and freed however the response ends.
 * Readable.toWeb is not used, because it throws an uncatchable error when the client disconnects before the end.
 */
export function streamedBody(open: () => Promise<Readable>): ReadableStream<Uint8Array> {
  let bytes: Readable | undefined;
  let chunks: AsyncIterator<Uint8Array> | undefined;
  let isLeft = false;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        bytes ??= await open();
        if (isLeft) {
          bytes.destroy();
          return;
        }
        chunks ??= bytes[Symbol.asyncIterator]();
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => {
        isLeft = true;
        bytes?.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
