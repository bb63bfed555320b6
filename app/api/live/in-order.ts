import type { EventStream } from '@/lib/server/live/event-stream';
import { log } from '@/lib/server/process/log';

/**
 * Runs asynchronous steps one after the other. A failing step ends the stream, so that its tab reconnects and starts
 * over.
 */
export function inOrder(stream: EventStream): (step: () => void | Promise<void>) => void {
  let line = Promise.resolve();
  return (step) => {
    line = line.then(step).catch((error: unknown) => {
      log.warn({ err: error }, 'the news of a stream were lost');
      stream.end();
    });
  };
}
