import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MadePage } from './made-page.ts';

/** Says whether the visitor holds the page already. */
function holds({ headers }: IncomingMessage, etag: string): boolean {
  const held = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag.replace(/^W\//, ''));
}

/**
 * Sends a page. Whoever keeps it has to ask again each time, since a withdrawn text must not live on in a browser or in a
 * cache between.
 */
export function sendPage(page: MadePage, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(page.headers)) if (value !== undefined) response.setHeader(name, value);
  if (page.status !== 200) {
    response.writeHead(page.status, { 'Cache-Control': 'no-store', 'Content-Length': page.body.length });
    response.end(request.method === 'HEAD' ? undefined : page.body);
    return;
  }
  response.setHeader('Cache-Control', 'public, no-cache');
  response.setHeader('ETag', page.etag);
  if (holds(request, page.etag)) {
    response.removeHeader('Content-Type');
    response.writeHead(304).end();
    return;
  }
  const isZipped = page.gzipped !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (isZipped) response.setHeader('Content-Encoding', 'gzip');
  const body = isZipped && page.gzipped ? page.gzipped : page.body;
  response.writeHead(200, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
