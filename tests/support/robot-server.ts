import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Call = { path: string; headers: IncomingHttpHeaders; content: unknown };

/** A real HTTP server on loopback, used as the robot of a group or as a gateway for short messages. */
export class RobotServer {
  readonly calls: Call[] = [];
  /** The answer to each call; null closes the connection instead. */
  answer: { status: number; body: string } | null = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };

  private readonly server = createServer((request, response) => {
    void text(request).then((body) => {
      this.calls.push({ path: request.url ?? '', headers: request.headers, content: JSON.parse(body) });
      if (this.answer) response.writeHead(this.answer.status, { Location: '/elsewhere' }).end(this.answer.body);
      else request.socket.destroy();
    });
  });

  static async start(): Promise<RobotServer> {
    const robot = new RobotServer();
    robot.server.listen(0, '127.0.0.1');
    await once(robot.server, 'listening');
    return robot;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
  }
}
