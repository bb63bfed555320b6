import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerFault } from './own-answers.ts';
import { newNumber } from './request-context.ts';

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

type ParserError = Error & { code?: string; rawPacket?: Buffer };

/** Writes a whole answer to a connection that Node has given up, and closes it. */
function answerOn(socket: Duplex, status: number, address: string, more: Record<string, string> = {}): void {
  const id = newNumber();
  const kind = address.startsWith('/api/') ? 'problem' : 'page';
  const fault = answerFault({ status, kind, id, retry: null, cause: null });
  const headers = {
    ...fault.headers,
    ...more,
    'Content-Length': Buffer.byteLength(fault.body),
    'Cache-Control': 'no-store',
    'X-Request-Id': id,
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${fault.status} ${STATUS_CODES[fault.status]}`, ...lines, '', ''].join('\r\n');
  socket.end(head + fault.body);
}

/**
 * Answers what is no request in HTTP, or was not sent to its end in time. The address is in the first line, if that has
 * arrived.
 */
export function answerUnreadable({ code = '', rawPacket }: ParserError, socket: Duplex): void {
  const [, address = ''] = rawPacket?.subarray(0, 200).toString('latin1').split(' ', 2) ?? [];
  if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else answerOn(socket, statuses[code] ?? 400, address);
}

/** The portal is no proxy that opens a way to another host. */
export function refuseConnect({ url = '' }: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  answerOn(socket, 405, url, { Allow: 'GET, HEAD, POST' });
}
