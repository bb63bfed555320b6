import type { IncomingMessage } from 'node:http';
import { isPassedOn } from './request-context.ts';

const isLoopback = (hostname: string) => /^(localhost|127[.]\d+[.]\d+[.]\d+|\[::1\])$/.test(hostname);

/** The host that the portal's pages have: a demonstration is opened under every name of its machine. */
function hostOf(request: IncomingMessage, { hostname, host }: URL): string {
  const { headers } = request;
  if (isPassedOn(request)) return String(headers['x-forwarded-host'] ?? host);
  return isLoopback(hostname) ? (headers.host ?? host) : host;
}

/** Absolute addresses are meant for proxies, but every server must take them (RFC 9112, 3.2.2). */
function withoutOrigin(url: string): string {
  if (url.startsWith('/') || !/^https?:/i.test(url) || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/**
 * Gives the origin of the portal's own pages for a request, and tells it to the framework, which compares it with the
 * origin of a form and builds addresses of it. What a visitor says about it counts for nothing.
 */
export function nameOrigin(request: IncomingMessage, portalUrl: URL): string {
  request.url = withoutOrigin(request.url ?? '/');
  const host = hostOf(request, portalUrl);
  request.headers['x-forwarded-host'] = host;
  request.headers['x-forwarded-proto'] = portalUrl.protocol.slice(0, -1);
  return `${portalUrl.protocol}//${host}`;
}
