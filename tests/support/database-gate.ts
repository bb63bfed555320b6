import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a database that can be shut: connections through it are cut, and new ones are refused. */
export class DatabaseGate {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private port: number,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.pass(socket));
  }

  static async open(databaseUrl: string): Promise<DatabaseGate> {
    const gate = new DatabaseGate(createServer(), 0, new URL(databaseUrl));
    await gate.open();
    return gate;
  }

  private pass(socket: Socket): void {
    const behind = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => this.sockets.delete(one) && other.destroy());
    }
    socket.pipe(behind).pipe(socket);
  }

  /** The address of the database through the gate. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address && typeof address === 'object') this.port = address.port;
  }

  shut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
