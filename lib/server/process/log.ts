import 'server-only';
import pino from 'pino';
import { requestContext } from './request-context';

/** Number, path and account of the request for which a line is written. */
function ofRequest(): object {
  const context = requestContext();
  return context ? { request: context.id, path: context.path, account: context.accountId } : {};
}

/** Structured lines on standard output; passwords and texts of users must never be logged. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined, mixin: ofRequest });
