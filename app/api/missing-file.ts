import { t } from '@/lib/text/translator';

/** In the place of a file that is not there, or not for whoever asks: a browser shows it as a page, so that it says so. */
export function missingFile(): Response {
  return new Response(t('public.notFound.file'), {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
