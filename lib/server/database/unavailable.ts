import 'server-only';

/**
 * Codes of Prisma, PostgreSQL and Node for a database that is out of reach, starting, full, or busy for too long: waiting
 * helps.
 */
const codes =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|08\w{3}|53\w{3}|57P0\d|57014|55P03|25P0[234]|40001|40P01|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|EPIPE|ENOSPC)$/;

/** Failures for which node-postgres has no code. */
const messages = /timeout exceeded when trying to connect|connection terminated|query read timeout/i;

type Failure = {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
};

/** True for a failure after which the same request may well succeed a little later. */
export function isUnavailable(error: unknown, depth = 5): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  const { code, originalCode, message, cause, errors, meta } = error as Failure;
  if ([code, originalCode].some((each) => typeof each === 'string' && codes.test(each))) return true;
  if (typeof message === 'string' && messages.test(message)) return true;
  const deeper = [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return deeper.some((each) => isUnavailable(each, depth - 1));
}
