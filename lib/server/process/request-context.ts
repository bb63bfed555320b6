import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';

/** A request while it is answered. */
export type RequestContext = {
  /** The number that its lines in the log and its fault page have. */
  id: string;
  method: string;
  /** Its address as the log may have it: without query, secrets left out. */
  path: string;
  /** The visitor's address as far as it is known, the empty string if it is not. */
  address: string;
  /** In milliseconds since 1970. */
  startedAt: number;
  accountId?: string;
  /** Seconds after which to ask again: a page that is given so is answered with 429. */
  retryAfter?: number;
  /** The failure that it ended with. */
  cause?: unknown;
};

/** The web process carries the context through everything that is done for a request; the name is known to it too. */
const storage = (globalThis as { [key: symbol]: unknown })[Symbol.for('portal.request')] as
  | AsyncLocalStorage<RequestContext>
  | undefined;

/** Gives the request that is being answered; undefined outside one, as in a job. */
export function requestContext(): RequestContext | undefined {
  return storage?.getStore();
}
