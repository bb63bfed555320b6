import 'server-only';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { requestContext } from './request-context';

/** Number, path and account of the request for which a line is written. */
function ofRequest(): object {
  const context = requestContext();
  return context ? { request: context.id, path: context.path, account: context.accountId } : {};
}

/** Under the launcher the processes of a portal share one output, so that each line names its own. */
const base = process.env.PORTAL_PROCESS ? { process: process.env.PORTAL_PROCESS } : undefined;

/** Structured lines on standard output; passwords and texts of users must never be logged. */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base, mixin: ofRequest });

/**
 * Records a failure that the application answers itself: it stands in the line of its request, whose number is given for
 * the answer.
 */
export function recordFailure(error: unknown): string {
  const context = requestContext();
  if (context) {
    context.cause ??= error;
    return context.id;
  }
  const request = randomUUID().slice(0, 8);
  log.error({ err: error, request }, 'a request failed');
  return request;
}
