import { createServer } from 'node:http';
import next from 'next';
import { identify, requestStorage } from './web/request-context.ts';

/**
 * The process that serves pages and APIs: HTTP around the framework. Node runs this file without a loader, so it and the
 * files that it imports name one another with their extensions and know no paths of the compiler.
 */
const port = Number(process.env.PORT);
const hostname = process.env.HOST || undefined;
const proxies = Number(process.env.TRUSTED_PROXIES || 0);

const framework = next({ dev: process.env.NODE_ENV === 'development', port, hostname });
await framework.prepare();
const answer = framework.getRequestHandler();
const server = createServer((request, response) => {
  const context = identify(request, proxies);
  response.setHeader('X-Request-Id', context.id);
  requestStorage.run(context, () => void answer(request, response));
});
server.listen(port, hostname);

// Responses that have begun are finished.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => server.close(() => process.exit(0)));
}
