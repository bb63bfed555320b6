import { format } from 'node:util';
import pino from 'pino';
import type { RequestContext } from '../../lib/server/process/request-context.ts';
import { requestStorage } from './request-context.ts';

// As the application's own lines (`lib/server/process/log.ts`).
const base = process.env.PORTAL_PROCESS ? { process: process.env.PORTAL_PROCESS } : undefined;
const log = pino({ level: process.env.LOG_LEVEL || 'info', base });

/** An answer that took longer is worth a line. */
const slow = 3_000;

const reported = new WeakSet<RequestContext>();

const ofRequest = ({ id, path, accountId }: RequestContext) => ({ request: id, path, account: accountId });

/** Node's own failure of a request whose connection has ended. */
const isGivenUp = (cause: unknown) => cause instanceof Error && cause.message === 'aborted';

/** True for a failure that is the visitor's: a request that makes no sense, or was given up. */
function isVisitors(cause: unknown, status: number): boolean {
  return cause !== undefined && (isGivenUp(cause) || (status >= 400 && status < 500));
}

/**
 * Writes the one line of a request that failed or was slow. `mayLast` is true where the time was not the portal's own: a
 * live stream, an upload.
 */
export function reportRequest(context: RequestContext, status: number, mayLast: boolean): void {
  const { method, cause, startedAt } = context;
  reported.add(context);
  const duration = Date.now() - startedAt;
  const facts = { ...ofRequest(context), method, status, duration };
  if (isVisitors(cause, status)) log.info({ ...facts, err: cause }, 'a request could not be read');
  else if (status >= 500 || cause !== undefined) log.error({ ...facts, err: cause }, 'a request failed');
  else if (duration > slow && !mayLast) log.warn(facts, 'a request was slow');
}

/** Keeps the first failure of a request, of which others follow, for its line; false where it needs one of its own. */
function isKept(context: RequestContext | undefined, failure: Error | undefined): boolean {
  if (!context || !failure || reported.has(context)) return false;
  context.cause ??= failure;
  return true;
}

function say(level: 'error' | 'warn' | 'info', values: unknown[]): void {
  const context = requestStorage.getStore();
  const failure = values.find((value) => value instanceof Error);
  if (isGivenUp(failure) || isKept(context, failure)) return;
  const text = format(...values.filter((value) => value !== failure));
  log[level]({ ...(context && ofRequest(context)), err: failure }, text);
}

/**
 * Lets the framework's own lines be lines of the log: it writes failures over several lines, with addresses as visitors
 * sent them, so that a visitor could write lines of its own.
 */
export function logConsole(): void {
  console.error = (...values) => say('error', values);
  console.warn = (...values) => say('warn', values);
  console.info = (...values) => say('info', values);
  console.log = (...values) => say('info', values);
}
