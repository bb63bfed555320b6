import { Client } from 'pg';
import { isThisMachine } from '@/lib/server/process/plain-connections';

/** A database as the driver reads its address. */
type Address = {
  /** Host, port and name, without user and password. */
  place: string;
  /** Nothing crosses a network, or what does is encrypted for a server whose certificate was checked. */
  isSafe: boolean;
};

/** A password that is not percent-encoded: its remainder stands behind the host that was read. */
const leftover = /^\w+:\/\/[^/?#]*[/?#].*@|#/;

/**
 * Reads DATABASE_URL as the driver does, without connecting. Null for what is no address, and for one whose password
 * holds characters that end it.
 */
export function databaseAddress(url: string): Address | null {
  if (!/^postgres(ql)?:\/\//.test(url) || leftover.test(url)) return null;
  try {
    const { host, port, database, ssl } = new Client({ connectionString: url }) as Client & { ssl: unknown };
    const isVerified = ssl === true || (isOptions(ssl) && ssl.rejectUnauthorized !== false);
    return {
      place: `${host}:${port}/${database ?? ''}`,
      isSafe: host.startsWith('/') || isThisMachine(host) || isVerified,
    };
  } catch {
    return null;
  }
}

function isOptions(ssl: unknown): ssl is { rejectUnauthorized?: boolean } {
  return typeof ssl === 'object' && ssl !== null;
}
