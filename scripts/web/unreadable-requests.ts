import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerFault } from './own-answers.ts';
import { newNumber } from './request-context.ts';

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

type ParserError = Error & { code?: string; rawPacket?: Buffer };

/**
 * Answers what is no request in HTTP, or was not sent to its end in time, and closes the connection. A program is
 * recognised by the address in the first line, if that has arrived.
 */
export function answerUnreadable({ code = '', rawPacket }: ParserError, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const firstLine = rawPacket?.subarray(0, 200).toString('latin1') ?? '';
  const kind = / \/api\//.test(firstLine) ? 'problem' : 'page';
  const id = newNumber();
  const fault = answerFault({ status: statuses[code] ?? 400, kind, id, retry: null, cause: null });
  const headers = {
    ...fault.headers,
    'Content-Length': Buffer.byteLength(fault.body),
    'Cache-Control': 'no-store',
    'X-Request-Id': id,
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${fault.status} ${STATUS_CODES[fault.status]}`, ...lines, '', ''].join('\r\n');
  socket.end(head + fault.body);
}
