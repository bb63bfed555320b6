import type { IncomingMessage } from 'node:http';

const code = '[A-Za-z0-9][A-Za-z0-9_.-]{0,31}';
const plan = `/api/v1/plans/${code}`;

/** Addresses of which every visitor gets the same; the second list is divided into pages. */
const whole = ['/', '/site-map', `/tasks/${code}`, `/agencies/${code}`, '/api/v1/plans', plan, `${plan}/periods`];
const paged = ['/tasks', '/agencies', '/notice', `/notice/${code}`, '/deadlines', `${plan}/tasks`, `${plan}/agencies`];

const oneOf = (addresses: string[]) => new RegExp(`^(${addresses.join('|')})$`);
const patterns = { whole: oneOf([...whole, '/api/v1/deadlines/\\d{4}(Q[1-4]|H[12]|M\\d{2})?']), paged: oneOf(paged) };

/**
 * The address of a public page without everything that it does not depend on, or null for a request that is no plain
 * reading of one. A name in the query that the page does not know cannot make a second copy of it.
 */
export function publicAddress({ method, url = '', headers }: IncomingMessage): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined) return null;
  const [path = '', query = ''] = url.split('?', 2);
  if (patterns.whole.test(path)) return path;
  if (!patterns.paged.test(path)) return null;
  const page = new URLSearchParams(query).get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(page) && page !== '1' ? `${path}?page=${page}` : path;
}
