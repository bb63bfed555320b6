import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../../lib/server/process/request-context.ts';

/** Carries the context of a request through everything that is done for it. */
export const requestStorage = new AsyncLocalStorage<RequestContext>();
// The application is bundled and has modules of its own, so it finds the storage by this name.
Object.assign(globalThis, { [Symbol.for('portal.request')]: requestStorage });

/** Letters and digits that cannot be confused with one another on the telephone. */
const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const newNumber = () => Array.from({ length: 10 }, () => readable[randomInt(readable.length)]).join('');
const proxysNumber = /^[A-Za-z0-9-]{8,64}$/;

/** The framework passes some requests on to this process, with all their headers; nobody else knows this one. */
const ownHeader = 'x-portal-process';
const ownToken = randomUUID();
const passedOn = new WeakSet<IncomingMessage>();

/** Says whether this process has sent the request to itself; the host that it names is then the first visitor's. */
export const isPassedOn = (request: IncomingMessage) => passedOn.has(request);

const textOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(',') : (header ?? ''));

/** The visitor's address: entries of X-Forwarded-For before those of our own proxies can be invented by the visitor. */
function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const forwarded = proxies === 0 ? [] : textOf(headers['x-forwarded-for']).split(',');
  const address = forwarded.at(-proxies)?.trim() || socket.remoteAddress || '';
  return address.replace(/^::ffff:(?=\d+[.])/i, '').slice(0, 64);
}

/** The address without its query, and without the key of a subscribed calendar, which is a credential. */
function loggedPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.replace(/^(\/api\/calendar\/).+/, '$1…').slice(0, 200);
}

/**
 * Gives a request its number and its address, and writes both into its headers for the application. Headers with which a
 * proxy names visitor and host are removed: they have been read here, or can be invented by the visitor.
 */
export function identify(request: IncomingMessage, proxies: number): RequestContext {
  const { headers, method = '', url = '' } = request;
  const given = textOf(headers['x-request-id']);
  if (headers[ownHeader] === ownToken) passedOn.add(request);
  const isOwn = isPassedOn(request);
  const id = isOwn || (proxies > 0 && proxysNumber.test(given)) ? given : newNumber();
  const address = isOwn ? textOf(headers['x-portal-address']) : addressOf(request, proxies);
  const host = headers['x-forwarded-host'];
  for (const name of Object.keys(headers)) if (/^(x-forwarded-|forwarded$)/.test(name)) delete headers[name];
  if (isOwn && host !== undefined) headers['x-forwarded-host'] = host;
  headers[ownHeader] = ownToken;
  headers['x-request-id'] = id;
  headers['x-portal-address'] = address;
  return { id, method, path: loggedPath(url), address, startedAt: Date.now() };
}
