import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** These bytes count as a virus here: the scanner finds them in any stream. */
export const virus = Buffer.from('X5O!TEST-VIRUS-OF-THE-TESTS');

/** A stream with these bytes gets an error for an answer, as one that is too long for the scanner does. */
export const noVerdict = Buffer.from('TOO-LONG-FOR-THE-SCANNER-OF-THE-TESTS');

type Manner = 'honest' | 'silent' | 'hasty' | 'broken';

/** The chunks of an INSTREAM command that have arrived, or null while the closing zero is missing. */
function contentIn(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (!received.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** A scanner on loopback that speaks clamd's protocol. */
export class Scanner {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private port = 0;
  /** The number of streams that were sent whole. */
  scans = 0;
  manner: Manner = 'honest';

  private readonly serve = (socket: Socket) => {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    if (this.manner === 'hasty') socket.end('INSTREAM size limit exceeded. ERROR\0');
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const content = contentIn(received);
      if (!content || this.manner === 'silent') return;
      this.scans += 1;
      if (this.manner === 'broken') return socket.destroy();
      if (content.includes(noVerdict)) return socket.end('INSTREAM size limit exceeded. ERROR\0');
      socket.end(content.includes(virus) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0');
    });
  };

  /** Listens on loopback, at the port that it had before, or on a socket of the file system. */
  async start(socketPath?: string): Promise<string> {
    const server = createServer(this.serve);
    this.server = server;
    await new Promise<void>((resolve) => {
      if (socketPath) server.listen(socketPath, resolve);
      else server.listen(this.port, '127.0.0.1', resolve);
    });
    if (socketPath) return socketPath;
    this.port = (server.address() as AddressInfo).port;
    return `127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    const { server } = this;
    this.server = null;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}
