import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AnswerFacts } from '../../../lib/server/process/answer-facts.ts';
import { exchangeInMemory } from './exchange-in-memory.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An answer with its whole content in memory. */
export type MadePage = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  gzipped: Buffer | null;
  etag: string;
  facts: AnswerFacts;
};

/** Carries the facts of an answer to whoever makes it; the application finds the storage by this name. */
const factsStorage = new AsyncLocalStorage<AnswerFacts>();
Object.assign(globalThis, { [Symbol.for('portal.freshness')]: factsStorage });

/** Nothing public is kept longer, because a change by hand in the database is told to nobody. */
const longest = 60;

/** Lets the application answer, and collects the facts that it states meanwhile. */
export function withFacts<Result>(work: (facts: AnswerFacts) => Result): Result {
  const facts: AnswerFacts = { reports: new Set(), seconds: longest };
  return factsStorage.run(facts, () => work(facts));
}

const compress = promisify(gzip);
const smallest = 1_000;

/** Node or the connection write these. */
const dropped = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'x-request-id'];

/** Makes a page as a visitor without cookies gets it, whoever has asked for it. */
export function makePage(answer: Answer, url: string): Promise<MadePage> {
  return withFacts(async (facts) => {
    const { request, response, body: whole } = exchangeInMemory(url);
    await answer(request, response);
    const body = await whole;
    const headers = response.getHeaders();
    for (const name of dropped) delete headers[name];
    const etag = headers.etag ?? `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const gzipped = body.length < smallest ? null : await compress(body);
    return { status: facts.status ?? response.statusCode, headers, body, gzipped, etag: String(etag), facts };
  });
}
