import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { FaultAnswer } from '../../app/fault-answer.ts';
import type { FailedRequest } from '../../instrumentation.ts';
import type { RequestContext } from '../../lib/server/process/request-context.ts';

type AnswerFault = (failed: FailedRequest) => FaultAnswer;

/** Until the application is loaded the status must say it. */
const plainly: AnswerFault = ({ status }) => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: STATUS_CODES[status] ?? '',
});

/** Says a fault in the words that the application has registered (`instrumentation.ts`). */
export function answerFault(failed: FailedRequest): FaultAnswer {
  const inWords = (globalThis as { [key: symbol]: unknown })[Symbol.for('portal.faults')] as AnswerFault | undefined;
  return (inWords ?? plainly)(failed);
}

const isApi = (path: string) => path.startsWith('/api/');

/** Makes the portal's own answer of a response of which nothing was sent yet, and gives its body. */
export function ownAnswer({ id, cause }: RequestContext, request: IncomingMessage, response: ServerResponse): string {
  const { method, url = '' } = request;
  const retry = method === 'GET' || method === 'HEAD' ? url : null;
  const kind = isApi(url) ? 'problem' : 'page';
  const found = response.statusCode >= 500 && isUnreadableForm(cause) ? 400 : response.statusCode;
  const { status, headers, body } = answerFault({ status: found, kind, id, cause, retry });
  response.statusCode = status;
  for (const name of ['Content-Encoding', 'ETag', 'Link', 'Transfer-Encoding']) response.removeHeader(name);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  // The framework would compress what it thinks to be its own answer.
  response.setHeader('Cache-Control', 'no-store, no-transform');
  return body;
}

/** True for a form that no page of the portal has sent: the framework fails while it reads it. */
function isUnreadableForm(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const isOfFramework = !/[.]next[/\\]server[/\\]/.test(cause.stack ?? '');
  return (
    isOfFramework && (cause instanceof SyntaxError || cause.message.startsWith('Failed to parse body as FormData'))
  );
}

/** The framework's own answers to what it cannot handle, in English and without a way on. */
const barePages = new Set([400, 405, 409, 412, 413, 416]);

/** True where the portal answers in place of the framework, which has failed or says nothing that helps. */
export function isBare({ headers, url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const { statusCode } = response;
  if (statusCode < 400 || url.startsWith('/_next/')) return false;
  const contentType = String(response.getHeader('Content-Type') ?? '');
  // An answer that says when to come again is the application's.
  const isFailure = statusCode >= 500 && !response.hasHeader('Retry-After');
  if (isApi(url)) return !contentType.includes('json') && (isFailure || !contentType.startsWith('text/plain'));
  // The framework's script in the page reads these answers.
  if (headers.rsc !== undefined || headers['next-action'] !== undefined) return false;
  return statusCode >= 500 || barePages.has(statusCode);
}

/**
 * Asks `begin` before the first byte of a response is sent: it may change status and headers, and gives the body to send
 * in place of the response's own, or null. Returns a function that gives the status that was sent, 0 before: what is set
 * later changes nothing.
 */
export function beforeFirstByte(response: ServerResponse, begin: () => string | null): () => number {
  const native = {
    writeHead: response.writeHead.bind(response) as (...values: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...values: unknown[]) => boolean,
    end: response.end.bind(response) as (...values: unknown[]) => ServerResponse,
  };
  let body: string | null | undefined;
  let status = 0;
  const replaced = () => {
    if (body !== undefined) return body !== null;
    body = response.headersSent ? null : begin();
    status = response.statusCode;
    return body !== null;
  };
  const own = {
    writeHead(wanted: number, ...values: unknown[]) {
      if (body === undefined) response.statusCode = wanted;
      const isReplaced = replaced();
      return native.writeHead(status, ...(isReplaced ? [] : values));
    },
    write: (...values: unknown[]) => replaced() || native.write(...values),
    end: (...values: unknown[]) => (replaced() ? native.end(body) : native.end(...values)),
  };
  Object.assign(response, own);
  return () => status;
}
