import { describe, expect, test } from 'vitest';
import { type EventStream, eventStream } from '@/lib/server/live/event-stream';

/** A stream, with what it opened and how often it was released. */
function made() {
  const opened: EventStream[] = [];
  let released = 0;
  const gone = new AbortController();
  const response = eventStream(gone.signal, (stream) => {
    opened.push(stream);
    return () => {
      released += 1;
    };
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return { opened, gone, response, reader, released: () => released };
}

describe('a response of server-sent events', () => {
  test('a response that is never read, as to HEAD, opens nothing', async () => {
    const opened: EventStream[] = [];
    const response = eventStream(new AbortController().signal, (stream) => {
      opened.push(stream);
      return () => undefined;
    });
    await Promise.resolve();
    expect([response.status, opened]).toEqual([200, []]);
  });

  test('it sends each event as it comes, with its number, and ends when its side ends it', async () => {
    const { opened, reader, released } = made();
    expect((await reader?.read())?.value).toBe('retry: 3000\n\n');
    opened[0]?.send('saved', { eventId: '7' }, '7');
    expect((await reader?.read())?.value).toBe('id: 7\nevent: saved\ndata: {"eventId":"7"}\n\n');
    opened[0]?.end();
    expect((await reader?.read())?.done).toBe(true);
    expect(released()).toBe(1);
  });

  test('it is released once when the client goes away', async () => {
    const { gone, reader, released } = made();
    await reader?.read();
    gone.abort();
    gone.abort();
    expect((await reader?.read())?.done).toBe(true);
    expect(released()).toBe(1);
  });

  test('a client that reads nothing more is let go after two hundred events', async () => {
    const { opened, reader, released } = made();
    await reader?.read();
    for (let number = 0; number < 300; number += 1) opened[0]?.send('saved', number);
    expect(released()).toBe(1);
  });
});
