import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A way to the database on which connections can fall silent without being closed, as behind a firewall that forgets them
 * or after a failover: what is sent is taken and goes nowhere.
 */
export class SilentNetwork {
  private readonly open = new Set<Socket>();
  private takesNew = true;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    /** The address of the database by this way. */
    readonly url: string,
  ) {}

  /** Opens a way to the database of an address. */
  static async to(url: string): Promise<SilentNetwork> {
    const target = new URL(url);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const way = new URL(url);
    way.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const network = new SilentNetwork(server, way.href);
    server.on('connection', (near) => network.lead(near, connect(Number(target.port), target.hostname)));
    return network;
  }

  private lead(near: Socket, far: Socket): void {
    if (this.takesNew) {
      near.pipe(far);
      far.pipe(near);
    }
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.open.delete(one);
        other.destroy();
      });
    }
  }

  /** From now on the open connections are silent; with `all` new ones are too. */
  fallSilent({ all }: { all: boolean }): void {
    this.takesNew = !all;
    for (const socket of this.open) {
      socket.unpipe();
      socket.resume();
    }
  }

  /** From now on new connections lead to the database again. */
  recover(): void {
    this.takesNew = true;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.open) socket.destroy();
    await once(this.server, 'close');
  }
}
