import 'server-only';
import type { DatabaseTrouble } from '@/lib/schemas/form-state';

/** Thrown where the portal itself does not let somebody wait any longer. */
export class BusyError extends Error {
  readonly code = 'BUSY';
}

/** By the codes of Prisma, Node and the portal, and by SQLSTATEs, of which two digits stand for their whole class. */
const troubleByCode: Record<string, DatabaseTrouble> = {
  P1001: 'away',
  P1002: 'away',
  P1008: 'away',
  P1017: 'away',
  P2024: 'busy',
  P2028: 'busy',
  P2034: 'busy',
  P2037: 'busy',
  '08': 'away',
  '40': 'busy',
  '53': 'busy',
  '53100': 'full',
  '55P03': 'busy',
  '57014': 'busy',
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '57P05': 'away',
  '25P03': 'away',
  '25P04': 'busy',
  DatabaseNotReachable: 'away',
  ConnectionClosed: 'away',
  SocketTimeout: 'away',
  TooManyConnections: 'busy',
  BUSY: 'busy',
  NO_ANSWER: 'away',
  EAI_AGAIN: 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  EHOSTUNREACH: 'away',
  ENOTFOUND: 'away',
  EPIPE: 'away',
  ETIMEDOUT: 'away',
  // The disk of the evidence, which is told in the same words.
  ENOSPC: 'full',
};

/** The errors of `pg` and its pool that have no code. */
const troubleByMessage: Record<string, DatabaseTrouble> = {
  'timeout exceeded when trying to connect': 'busy',
  'timeout expired': 'away',
  'Connection terminated': 'away',
  'Connection terminated unexpectedly': 'away',
  'Connection terminated due to connection timeout': 'away',
  'Client was closed and is not queryable': 'away',
  'Client has encountered a connection error and is not queryable': 'away',
};

type Cause = {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  meta?: unknown;
  cause?: unknown;
  err?: unknown;
};

/** Gives an error and those that it was made from, the innermost last; next-auth puts its own into a field `err`. */
export function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < 8; ) {
    const known = cause as Cause;
    causes.push(known);
    cause =
      (known.meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError ?? known.cause ?? known.err;
  }
  return causes;
}

function troubleOf(cause: Cause): DatabaseTrouble | undefined {
  const codes = [cause.originalCode, cause.code, cause.kind].map(String);
  const byCode = codes.flatMap((code) => troubleByCode[code] ?? troubleByCode[code.slice(0, 2)] ?? []);
  return byCode[0] ?? troubleByMessage[String(cause.message)];
}

/** Says which trouble of the database a failure comes from; null for any other failure, which asking again does not mend. */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | null {
  return (
    causesOf(error)
      .reverse()
      .map(troubleOf)
      .find((trouble) => trouble !== undefined) ?? null
  );
}
