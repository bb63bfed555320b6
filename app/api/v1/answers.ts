import type { OpenDocument } from '@/lib/open-data/open-data';
import { publicListSchema } from '@/lib/schemas/public-list';
import { getT } from '@/lib/text/get-t';

const openHeaders = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' };

/** A problem document of RFC 9457. */
export function problem(status: number, title: string, detail: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: { ...openHeaders, 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  });
}

/** A document, 304 where the client holds it already, or 404 as a problem document. */
export function answer(request: Request, document: OpenDocument | null, missing: string): Response {
  const t = getT();
  if (!document) return problem(404, t('api.notFound'), missing);
  const { pathname } = new URL(request.url);
  const link: Record<string, string> = document.next ? { Link: `<${pathname}?page=${document.next}>; rel="next"` } : {};
  // Clients may store it but must revalidate each time: a withdrawn text must not live on in a cache.
  const headers = { ...openHeaders, ...link, ETag: document.etag, 'Cache-Control': 'public, no-cache' };
  const held = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (held?.includes(document.etag)) return new Response(null, { status: 304, headers });
  return new Response(document.body, {
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** The page that a request asks for, the first one where it names none. */
export function askedPage(request: Request): number {
  return publicListSchema.parse(Object.fromEntries(new URL(request.url).searchParams)).page;
}

/** The answer to every method but GET, HEAD and OPTIONS: the data is read-only. */
export function methodNotAllowed(): Response {
  const t = getT();
  return problem(405, t('api.methodNotAllowed'), t('api.methodNotAllowedDetail'), { Allow: 'GET, HEAD, OPTIONS' });
}
