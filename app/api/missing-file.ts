import { getT } from '@/lib/text/get-t';

const said = (text: string, status: number, more: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...more },
  });

/**
 * The answer for a file that does not exist or is not the asker's to read. A browser shows it as a page, hence the
 * text.
 */
export function missingFile(): Response {
  return said(getT()('public.notFound.file'), 404);
}

/** The answer for a file that the asker may read and that the store does not give now. */
export function unavailableFile(): Response {
  return said(getT()('public.notFound.unavailableFile'), 503, { 'Retry-After': '60' });
}
