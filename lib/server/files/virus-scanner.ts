import 'server-only';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { EvidenceScan } from '@/lib/domain/report/evidence-files';
import { log } from '@/lib/server/process/log';
import { scannerAddress } from './evidence-settings';

const timeouts = { connecting: 3_000, answering: 120_000 };

function lengthOf(bytes: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
}

/** The stream as clamd expects it: each chunk after its length, and a length of zero at the end. */
async function* framesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of source) {
    yield lengthOf(chunk.byteLength);
    yield chunk;
  }
  yield lengthOf(0);
}

async function send(socket: Socket, source: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  for await (const frame of framesOf(source)) {
    if (!socket.write(frame)) await once(socket, 'drain', { signal });
  }
}

async function answerOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if (chunk.includes(0)) break;
  }
  return Buffer.concat(chunks).toString('utf8').replace(/\0.*$/s, '').trim();
}

async function ask(socket: Socket, source: AsyncIterable<Uint8Array>): Promise<string> {
  const closed = new AbortController();
  socket.once('close', () => closed.abort());
  await once(socket, 'connect');
  socket.setTimeout(timeouts.answering);
  const answer = answerOf(socket);
  const sent = send(socket, source, closed.signal);
  // The one that fails second would otherwise be an unhandled rejection.
  for (const each of [answer, sent]) each.catch(() => undefined);
  // A scanner that has seen enough answers and closes the connection early; its answer counts.
  await Promise.race([sent, answer]).catch((error: unknown) => {
    if (!closed.signal.aborted) throw error;
  });
  return answer;
}

/**
 * Has a file scanned by clamd (INSTREAM of the clamd protocol). Without a configured scanner no scan is required; where
 * it is unavailable or answers neither `OK` nor `FOUND`, the scan stays pending. The bytes are opened only if they are
 * scanned, and freed whatever the outcome.
 */
export async function scanForViruses(open: () => Readable): Promise<EvidenceScan> {
  const address = scannerAddress();
  if (!address) return 'not_required';
  const source = open();
  const socket = connect(address);
  socket.setTimeout(timeouts.connecting, () => socket.destroy(new Error('the scanner does not answer')));
  try {
    const answer = await ask(socket, source);
    if (/\bFOUND$/.test(answer)) return 'infected';
    if (/: OK$/.test(answer)) return 'clean';
    log.warn({ answer }, 'the virus scanner gave no verdict');
  } catch (error) {
    log.warn({ err: error }, 'the virus scanner is out of reach');
  } finally {
    socket.destroy();
    source.destroy();
  }
  return 'pending';
}
