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

/** Ends a stream whose account has opened newer ones; its page says so, and from then on asks now and then. */
export function supersede(stream: EventStream): void {
  stream.send('superseded', {});
  stream.end();
}

/** The answer where the process has as many streams as it takes; the tab asks again later. */
export function tooManyStreams(): Response {
  return new Response(null, { status: 503, headers: { 'Retry-After': '30', 'Cache-Control': 'no-store' } });
}
