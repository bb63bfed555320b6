import 'server-only';

const encoder = new TextEncoder();
const pingEvery = 15_000;
/** Most chunks buffered for a slow client; beyond them the stream is ended. */
const mostWaiting = 200;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform: no proxy may delay the stream to compress it.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  // The connection ends with the stream, so that a stopping server need not wait for it.
  Connection: 'close',
};

export type EventStream = {
  /** `id` is sent back by the browser as the last event that it has seen. */
  send(event: string, data: unknown, id?: string): void;
  end(): void;
};

/**
 * A response of server-sent events that stays open until one side ends it. `open` gets the stream and gives a function
 * that releases its resources at the end, whichever side ended it.
 */
export function eventStream(signal: AbortSignal, open: (stream: EventStream) => () => void): Response {
  let end = () => {};
  let hasStarted = false;
  // A response to HEAD is never read, so nothing may be opened for it before.
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (hasStarted) return;
    hasStarted = true;
    let isOpen = true;
    let release = () => {};
    const write = (text: string) => {
      if (!isOpen) return;
      controller.enqueue(encoder.encode(text));
      if ((controller.desiredSize ?? 0) < -mostWaiting) end();
    };
    const ping = setInterval(() => write(': ping\n\n'), pingEvery);
    end = () => {
      if (!isOpen) return;
      isOpen = false;
      clearInterval(ping);
      signal.removeEventListener('abort', end);
      release();
      // The client may have closed it already.
      if (controller.desiredSize !== null) controller.close();
    };
    signal.addEventListener('abort', end);
    write('retry: 3000\n\n');
    const send: EventStream['send'] = (event, data, id) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    release = open({ send, end: () => end() });
    if (signal.aborted) end();
  };
  return new Response(new ReadableStream({ pull, cancel: () => end() }, { highWaterMark: 0 }), { headers });
}
