import { connect, type Socket } from 'node:net';

export type Answer = { status: number; location: string; body: string };

/** The answer that has arrived whole, or null. Its body is of known length or comes in chunks, whose marks are left in it. */
function wholeAnswer(text: string): Answer | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end);
  const body = text.length - end - 4;
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined ? !text.endsWith('\r\n0\r\n\r\n') : body < Number(length)) return null;
  const location = /^location: *(\S+)/im.exec(head)?.[1] ?? '';
  return { status: Number(head.slice(9, 12)), location, body: text.slice(end + 4) };
}

/**
 * One lasting connection that posts prepared requests one after another. It uses bare sockets, because the load shares
 * the machine with the portal that it measures and must use as little of it as possible.
 */
export class FilingConnection {
  private received = '';
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.received += text;
      const answer = wholeAnswer(this.received);
      if (!answer) return;
      this.received = '';
      this.settle?.resolve(answer);
    });
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error(`the portal hung up: ${this.received}`)));
  }

  static open(port: number): Promise<FilingConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new FilingConnection(socket))).once('error', reject);
    });
  }

  post(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }
}
