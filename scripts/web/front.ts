import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { RequestContext } from '../../lib/server/process/request-context.ts';
import { announcesTooMuch, boundBody } from './body-bounds.ts';
import { reportRequest } from './log.ts';
import { type Refusal, refusalOf } from './odd-requests.ts';
import { beforeFirstByte, isBare, ownAnswer } from './own-answers.ts';
import { nameOrigin } from './portal-origin.ts';
import { identify, requestStorage } from './request-context.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { answerUnreadable, refuseConnect } from './unreadable-requests.ts';

type Front = {
  /** The framework's handler of requests. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  /** Number of our own proxies. */
  proxies: number;
  /** The public address of the portal. */
  portalUrl: URL;
  isDevelopment: boolean;
};

const second = 1_000;
const lingering = 2 * second;

/** True where the visitor decides how long an answer lasts: a live stream, a file. */
const mayLast = ({ url = '' }: IncomingMessage) => /^\/api\/(live|evidence|plans\/imports)/.test(url);

/** Answers 429 where the application says so in the context of the request: a page of the framework cannot. */
function askToComeAgain({ retryAfter }: RequestContext, response: ServerResponse): void {
  if (retryAfter === undefined || response.statusCode !== 200) return;
  response.statusCode = 429;
  response.setHeader('Retry-After', retryAfter);
}

/** Prepares a response, and gives the function that refuses its request at any time before it is answered. */
function prepare(context: RequestContext, request: IncomingMessage, response: ServerResponse, isDevelopment: boolean) {
  let isRefused = false;
  setSecurityHeaders(request, response);
  const sentStatus = beforeFirstByte(response, () => {
    askToComeAgain(context, response);
    return isRefused || (!isDevelopment && isBare(request, response)) ? ownAnswer(context, request, response) : null;
  });
  response.once('close', () => reportRequest(context, sentStatus(), mayLast(request)));
  // The rest of a body that nobody wants is thrown away for a moment, so that the visitor comes to read the answer.
  response.once('finish', () => {
    if (!request.complete) setTimeout(() => request.complete || request.destroy(), lingering).unref();
  });
  return ({ status, allow }: Refusal) => {
    if (response.headersSent) return;
    isRefused = true;
    response.statusCode = status;
    if (allow) response.setHeader('Allow', allow);
    response.end();
  };
}

function handle(context: RequestContext, request: IncomingMessage, response: ServerResponse, front: Front): void {
  const origin = nameOrigin(request, front.portalUrl);
  const refuse = prepare(context, request, response, front.isDevelopment);
  const refusal = refusalOf(request, origin) ?? (announcesTooMuch(request) ? { status: 413 } : null);
  if (refusal) {
    refuse(refusal);
  } else {
    boundBody(request, () => refuse({ status: 413 }));
    front.answer(request, response).catch((error: unknown) => {
      context.cause ??= error;
      refuse({ status: 500 });
    });
  }
}

/**
 * The HTTP of the portal around the framework: every request gets a number and a context; what no page of the portal
 * sends is refused before the framework sees it; every answer has the security headers; what the framework says when it
 * fails is replaced by a page or a problem document with the number; a request that failed gets one line in the log.
 */
export function createFront(front: Front): Server {
  const server = createServer({
    headersTimeout: 15 * second,
    requestTimeout: 300 * second,
    connectionsCheckingInterval: 5 * second,
    // Longer than a proxy keeps idle connections, so that it never sends a request into one that is being closed.
    keepAliveTimeout: 75 * second,
    // Only the development server upgrades connections.
    shouldUpgradeCallback: () => front.isDevelopment,
  });
  server.on('request', (request, response) => {
    const context = identify(request, front.proxies);
    response.setHeader('X-Request-Id', context.id);
    requestStorage.run(context, () => handle(context, request, response, front));
  });
  server.on('connect', refuseConnect);
  server.on('clientError', answerUnreadable);
  // An expectation that nobody knows is no reason to refuse (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return server;
}
