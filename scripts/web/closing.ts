import type { Server } from 'node:http';

/** Within what the launcher waits for (`scripts/web-server.ts`). */
const longestClosing = 3_500;

/**
 * Ends the process on a signal: idle connections are closed at once, answers that are being made are sent to their end
 * (live streams end by themselves), and their connections are closed after them.
 */
export function closeOnSignals(server: Server): void {
  server.on('request', (_request, response) => {
    if (!server.listening && !response.headersSent) response.setHeader('Connection', 'close');
    response.once('finish', () => server.listening || setImmediate(() => server.closeIdleConnections()));
  });
  const close = () => {
    server.close(() => process.exit(0));
    setTimeout(() => process.exit(0), longestClosing).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
}
