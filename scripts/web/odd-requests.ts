import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** A status with which the portal answers a request that the framework must not see. */
export type Refusal = { status: number; allow?: string };

const longestAddress = 4_000;

const pageMethods = new Set(['GET', 'HEAD', 'POST']);
const apiMethods = new Set([...pageMethods, 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for text that decodes, and holds nothing that no address of the portal holds and the database refuses. */
function isReadable(encoded: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(encoded));
  } catch {
    return false;
  }
}

function isHost(host: string): boolean {
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`);
}

/** The framework fails when this header is not what its own scripts send. */
function isRouterState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}

/** True where browsers say that a page of the portal sends this request, or where nothing is written. */
function isOwn({ method = '', url = '', headers }: IncomingMessage, origin: string): boolean {
  return harmless.has(method) || url.startsWith('/api/v1/') || headers.origin === origin;
}

/**
 * The refusal of a request that no page of the portal sends: an address that does not decode, an unknown method, a
 * header that is not what it should be, a write from another site. Null for every other.
 */
export function refusalOf(request: IncomingMessage, origin: string): Refusal | null {
  const { method = '', url = '', headers } = request;
  if (url.length > longestAddress) return { status: 414 };
  const [path = '', query = ''] = url.split('?', 2);
  if (!path.startsWith('/') || !isReadable(path) || query.includes('%00')) return { status: 400 };
  const methods = path.startsWith('/api/') ? apiMethods : pageMethods;
  if (!methods.has(method)) return { status: 405, allow: [...methods].join(', ') };
  if (!isHost(headers.host ?? 'localhost')) return { status: 400 };
  if (!isRouterState(headers['next-router-state-tree'])) return { status: 400 };
  return isOwn(request, origin) ? null : { status: 403 };
}
