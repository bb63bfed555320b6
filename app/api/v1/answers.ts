import type { OpenDocument } from '@/lib/open-data/open-data';
import { t } from '@/lib/text/translator';

const openHeaders = { 'Access-Control-Allow-Origin': '*' };

/** A problem document of RFC 9457. */
export function problem(status: number, title: string, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: { ...openHeaders, 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  });
}

/** A document, 304 where the asker holds it already, or the problem that there is none. */
export function answer(request: Request, document: OpenDocument | null, missing: string): Response {
  if (!document) return problem(404, t('api.notFound'), missing);
  // Kept by whoever asks, but asked after every time: a withdrawal must not live on in a cache between.
  const headers = { ...openHeaders, ETag: document.etag, 'Cache-Control': 'public, no-cache' };
  const held = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (held?.includes(document.etag)) return new Response(null, { status: 304, headers });
  return new Response(document.body, {
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** The answer to every method but GET and HEAD: this is data to read. */
export function methodNotAllowed(): Response {
  return problem(405, t('api.methodNotAllowed'), t('api.methodNotAllowedDetail'), { Allow: 'GET, HEAD, OPTIONS' });
}
