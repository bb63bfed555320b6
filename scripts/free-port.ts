import { createServer } from 'node:net';

/** Says why this process cannot listen on a port: it is taken, or not open to an ordinary user. Null when it can. */
export function portProblem(port: number): Promise<'busy' | 'forbidden' | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EACCES' ? 'forbidden' : 'busy'));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(null)));
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
