import { createServer } from 'node:net';

type PortProblem = 'busy' | 'forbidden' | 'elsewhere';

/**
 * Says why this process cannot listen on a port of a host: it is taken, not open to an ordinary user, or the host is no
 * address of this machine. Null when it can.
 */
export function portProblem(port: number, host: string): Promise<PortProblem | null> {
  const problems: Record<string, PortProblem> = { EACCES: 'forbidden', EADDRINUSE: 'busy' };
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(problems[code ?? ''] ?? 'elsewhere'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** Gives a free port of 127.0.0.1. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
