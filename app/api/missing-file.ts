import { getT } from '@/lib/text/get-t';

/**
 * The answer for a file that does not exist or is not the asker's to read. A browser shows it as a page, hence the
 * text.
 */
export function missingFile(): Response {
  const t = getT();
  return new Response(t('public.notFound.file'), {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
