import type { ServerResponse } from 'node:http';
import type { RequestContext } from '../../lib/server/process/request-context.ts';

/** Answers 429 where the application says so in the context of the request: a page of the framework cannot. */
export function sayRetryLater(context: RequestContext, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...values: unknown[]) => ServerResponse;
  const own = (status: number, ...values: unknown[]) => {
    if (context.retryAfter === undefined || status !== 200) return writeHead(status, ...values);
    response.setHeader('Retry-After', context.retryAfter);
    return writeHead(429, ...values);
  };
  Object.assign(response, { writeHead: own });
}
