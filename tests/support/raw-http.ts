import { connect } from 'node:net';

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

function parse(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1]), headers, body: text.slice(end + 4) };
}

/** For a request that has announced more than was sent. */
const mostWaiting = 3_000;

/**
 * Sends bytes as they are over a connection of their own, as no client does that keeps to HTTP, and gives the last
 * answer. Status 0 where the connection ended without one.
 */
export function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(mostWaiting, () => socket.destroy());
    socket.on('close', () => {
      const text = Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^HTTP\/1\.1 1\d\d [\s\S]*?\r\n\r\n/, '');
      resolve(text.startsWith('HTTP/') ? parse(text) : { status: 0, headers: {}, body: '' });
    });
  });
}

export type RawRequest = { method: string; target: string; headers: Record<string, string>; body: string };

/** The bytes of a request; the connection is closed after its answer. */
export function rawRequest({ method, target, headers, body }: RawRequest, host: string): string {
  const isCounted = 'Transfer-Encoding' in headers || 'Content-Length' in headers;
  const all = {
    Host: host,
    Connection: 'close',
    ...(body && !isCounted ? { 'Content-Length': String(Buffer.byteLength(body, 'latin1')) } : {}),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, ...lines, '', body].join('\r\n');
}
