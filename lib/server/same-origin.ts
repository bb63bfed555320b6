import 'server-only';

/**
 * Says whether a request that changes something comes from a page of the portal's own. A browser tells it in
 * Sec-Fetch-Site, an older one (or one on plain HTTP) in Origin; what tells neither is not believed.
 */
export function isSameOrigin({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = headers.get('origin') ?? '';
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
