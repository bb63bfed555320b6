import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a database that a test can cut, or let fall silent without being closed. */
export class DatabaseLine {
  private readonly sockets = new Set<Socket>();
  private state: 'whole' | 'cut' | 'silent' = 'whole';
  private readonly server = createServer((near) => this.join(near));
  private readonly target: URL;
  /** The address of the database through this line. */
  url = '';

  private constructor(url: string) {
    this.target = new URL(url);
  }

  static async to(url: string): Promise<DatabaseLine> {
    const line = new DatabaseLine(url);
    line.server.listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    const own = new URL(url);
    own.port = String((line.server.address() as AddressInfo).port);
    line.url = own.href;
    return line;
  }

  private join(near: Socket): void {
    if (this.state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (chunk) => this.state === 'silent' || to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }

  /** Breaks every connection and refuses new ones. */
  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.destroy();
  }

  /** Keeps every connection open and passes nothing on. */
  silence(): void {
    this.state = 'silent';
  }

  mend(): void {
    this.state = 'whole';
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
