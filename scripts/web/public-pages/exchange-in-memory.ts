import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A connection that takes everything and goes nowhere. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() }) as unknown as Socket;

/** A plain request for an address, and a response of which the whole body is collected instead of sent. */
export function exchangeInMemory(url: string) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', url, headers: { host: 'localhost' }, httpVersion: '1.1' });
  request.push(null);
  const response = new ServerResponse(request);
  const socket = nowhere();
  response.assignSocket(socket);
  // As the server does for its own connections.
  socket.on('drain', () => response.emit('drain'));
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const collecting =
    (send: typeof write | typeof end) =>
    (chunk: unknown, ...rest: unknown[]) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
      return Reflect.apply(send, response, [chunk, ...rest]);
    };
  Object.assign(response, { write: collecting(write), end: collecting(end) });
  return { request, response, body: finished(response, { readable: false }).then(() => Buffer.concat(chunks)) };
}
