import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AnswerFacts } from '../../../lib/server/process/answer-facts.ts';
import { type Answer, type MadePage, makePage } from './made-page.ts';
import { sendPage } from './send-page.ts';

/** An address without a route: what the framework answers there is a whole page. */
export const missingAddress = '/404';

/** Says whether an answer is a document that says that there is nothing. */
export function isMissing(status: number, headers: OutgoingHttpHeaders): boolean {
  return status === 404 && String(headers['content-type']).startsWith('text/html');
}

/**
 * The page that says that there is none, without scripts. It stands in for the document that the framework sends where a
 * page finds nothing, which is empty until a script has run.
 */
export async function makeMissingPage(answer: Answer): Promise<MadePage> {
  const page = await makePage(answer, missingAddress);
  if (page.status !== 404) return page;
  const text = page.body.toString().replaceAll(/<script\b.*?<\/script>|<link[^>]* as="script"[^>]*>/gs, '');
  return { ...page, body: Buffer.from(text), gzipped: null };
}

/**
 * Lets the framework answer, but gives the answer the status that its page has asked for, and sends the page of a missing
 * address in place of a document with the status 404.
 */
export function withWholeMissingPage(
  request: IncomingMessage,
  response: ServerResponse,
  facts: AnswerFacts,
  missing: () => Promise<MadePage>,
): void {
  const own = { head: response.writeHead, write: response.write, end: response.end, flush: response.flushHeaders };
  let isReplaced = false;
  const giveBack = () =>
    Object.assign(response, { writeHead: own.head, write: own.write, end: own.end, flushHeaders: own.flush });
  const replace = async () => {
    giveBack();
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'etag']) response.removeHeader(name);
    sendPage(await missing(), request, response);
  };
  const begin = (): boolean => {
    if (response.headersSent || isReplaced) return isReplaced;
    response.statusCode = facts.status ?? response.statusCode;
    isReplaced = facts.status === undefined && isMissing(response.statusCode, response.getHeaders());
    return isReplaced;
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      if (begin()) return response;
      return Reflect.apply(own.head, response, [response.statusCode, ...rest]);
    },
    flushHeaders: () => (begin() ? undefined : Reflect.apply(own.flush, response, [])),
    write: (...content: unknown[]) => (begin() ? true : Reflect.apply(own.write, response, content)),
    end: (...content: unknown[]) => {
      if (!begin()) return Reflect.apply(own.end, response, content);
      void replace().catch(() => response.destroy());
      return response;
    },
  });
}
