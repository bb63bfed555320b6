import type { EventStream } from '@/lib/server/live/event-stream';
import { log } from '@/lib/server/process/log';

/** Takes steps that wait for the database one after the other; one that fails ends the stream, so that its tab begins anew. */
export function inOrder(stream: EventStream): (step: () => void | Promise<void>) => void {
  let line = Promise.resolve();
  return (step) => {
    line = line.then(step).catch((error: unknown) => {
      log.warn({ err: error }, 'the news of a stream were lost');
      stream.end();
    });
  };
}
