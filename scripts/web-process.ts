import next from 'next';
import { originAt } from './origin-at.ts';
import { closeOnSignals } from './web/closing.ts';
import { createFront } from './web/front.ts';
import { logConsole } from './web/log.ts';
import { withPublicPages } from './web/public-pages/answer.ts';

/**
 * The process that serves pages and APIs: HTTP around the framework. Node runs this file without a loader, so it and the
 * files that it imports name one another with their extensions and know no paths of the compiler.
 */
const port = Number(process.env.PORT);
const hostname = process.env.HOST || '127.0.0.1';
const isDevelopment = process.env.NODE_ENV === 'development';

// A form that is sent from another page than its own is passed on by the framework to this process itself. It would do so
// under the public address, which a process behind a proxy may not reach.
process.env.__NEXT_PRIVATE_ORIGIN = originAt({ host: hostname, port });

if (!isDevelopment) logConsole();
const framework = next({ dev: isDevelopment, port, hostname });
await framework.prepare();
const server = createFront({
  answer: withPublicPages(framework.getRequestHandler(), process.env.DATABASE_URL),
  proxies: Number(process.env.TRUSTED_PROXIES || 0),
  portalUrl: new URL(process.env.PORTAL_URL || `http://localhost:${port}`),
  isDevelopment,
});
closeOnSignals(server);
server.listen(port, hostname);
